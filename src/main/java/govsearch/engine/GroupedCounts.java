package govsearch.engine;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What some requests count in each part of a grouping and each year. Requests, parts and years are
 * told by their numbers, from 0. To be read only while the engine shows it.
 */
public interface GroupedCounts {

  /**
   * Reports that are counted together.
   *
   * @param path of their region or town, as filters by region take it; empty for all
   * @param place where it is one place that they are of; else null
   * @param town whether it is a town
   * @param own whether these are of the parent itself, and name nothing below it
   * @param below how many regions or towns with a report asked are directly below
   */
  record Part(String path, @Nullable Place place, boolean town, boolean own, int below) {}

  /** Those with a report asked, by path. */
  List<Part> parts();

  /** The years that reports may be of, ascending; null, last, for those that state none. */
  List<@Nullable Integer> years();

  /** Whether any report of a year is asked, be it in a part or not. */
  boolean isAsked(int request, int year);

  /** How many reports are asked. */
  int reports(int request, int part, int year);

  /** How many of them say it. */
  int saying(int request, int part, int year);

  /** How many of their paragraphs say it. */
  long paragraphs(int request, int part, int year);

  /**
   * The id of the first report, by id, that says it; of the first that is asked where none does.
   */
  @Nullable String firstReport(int request, int part, int year);

  /** The id of the first paragraph of that report which says it; null where none does. */
  @Nullable String firstParagraph(int request, int part, int year);

  /**
   * Which part of the paragraphs of that report which say it, by length, is formula, 0 to 1; 0
   * where none does.
   */
  double formulaShare(int request, int part, int year);
}
