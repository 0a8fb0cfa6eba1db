package govsearch.evaluate;

import govsearch.ingest.ReportFactory;
import govsearch.ingest.extract.RejectedFileException;
import govsearch.report.Paragraph;
import govsearch.report.Report;
import govsearch.report.Section;
import govsearch.text.Range;
import govsearch.text.Sentences;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * Many reports made from few, for measuring: sentences of the same section put together anew, with
 * other figures, of invented towns. The same for the same reports and number.
 */
final class VariedReports {

  private static final long SEED = 20_260_501;
  private static final String SYLLABLES = "青白石柳杏枫云溪河湾塘坪桥岭沙泉松梅兰竹";
  private static final int YEARS = 5;
  private static final int FIRST_YEAR = 2021;
  private static final List<String> HEADINGS = List.of("一、主要成效", "二、存在问题", "三、下一步打算");
  private static final List<Section> SECTIONS =
      List.of(Section.ACHIEVEMENTS, Section.PROBLEMS, Section.PLANS);

  /** Paragraphs of each section in a report, as real ones have about. */
  private static final int[] PARAGRAPHS = {22, 5, 7};

  private final Map<Section, List<String>> sentences = new EnumMap<>(Section.class);
  private final Random random = new Random(SEED);

  VariedReports(List<Report> few) {
    SECTIONS.forEach(section -> sentences.put(section, new ArrayList<>()));
    for (Report report : few) {
      for (Paragraph paragraph : report.paragraphs()) {
        List<String> pool = sentences.get(paragraph.section());
        if (pool != null) {
          for (Range sentence : Sentences.of(paragraph.text())) {
            pool.add(paragraph.text().substring(sentence.start(), sentence.end()).strip());
          }
        }
      }
    }
  }

  /** Reports that have at least so many paragraphs together. */
  List<Report> make(long paragraphs) {
    List<Report> made = new ArrayList<>();
    for (long count = 0; count < paragraphs; count += made.getLast().paragraphs().size()) {
      made.add(report(made.size()));
    }
    return made;
  }

  private Report report(int number) {
    int town = number / YEARS;
    int year = FIRST_YEAR + number % YEARS;
    String name = "" + syllable(town) + syllable(town / 20) + syllable(town / 400) + "镇";
    StringBuilder text = new StringBuilder(name).append(year).append("年法治政府建设情况报告\n");
    for (int section = 0; section < PARAGRAPHS.length; section++) {
      text.append(HEADINGS.get(section)).append('\n');
      List<String> pool = sentences.get(SECTIONS.get(section));
      for (int i = 0; pool != null && i < PARAGRAPHS[section]; i++) {
        text.append("（").append(i + 1).append("）").append(varied(pool)).append(varied(pool));
        text.append('\n');
      }
    }
    String path = "第" + town % 50 + "县/" + name + year + "-" + number + ".txt";
    try {
      return ReportFactory.fromText(path, text.toString().getBytes(StandardCharsets.UTF_8))
          .report();
    } catch (RejectedFileException e) {
      throw new IllegalStateException(e);
    }
  }

  private String varied(List<String> pool) {
    StringBuilder text = new StringBuilder(pool.get(random.nextInt(pool.size())));
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) >= '1' && text.charAt(i) <= '9') {
        text.setCharAt(i, (char) ('1' + random.nextInt(9)));
      }
    }
    return text.toString();
  }

  private static char syllable(int number) {
    return SYLLABLES.charAt(number % SYLLABLES.length());
  }
}
