package govsearch.insight.selfcheck;

import govsearch.engine.Place;
import govsearch.engine.SearchEngine;
import govsearch.query.FacetField;
import govsearch.query.Filters;
import govsearch.query.Query;
import govsearch.report.NamedPlaces;
import govsearch.report.NamedPlaces.Level;
import govsearch.report.NamedPlaces.Mention;
import govsearch.report.Paragraph;
import govsearch.text.Range;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Names of other places that a draft mentions: whole names that the divisions or the collection
 * know, which are not the draft's own nor those of what is above it.
 */
final class LeftNames {

  /** With it a street office is called like its street. */
  private static final String OFFICE = "办事处";

  private final SearchEngine engine;
  private final NamedPlaces places;
  private final Whose whose;
  private final Map<String, Boolean> held = new HashMap<>();
  private final Map<String, Boolean> others = new HashMap<>();

  LeftNames(SearchEngine engine, NamedPlaces places, Whose whose) {
    this.engine = engine;
    this.places = places;
    this.whose = whose;
  }

  /** Those of a paragraph; none where it is not known whose the draft is. */
  List<SelfChecked.LeftName> of(Paragraph paragraph) {
    if (whose.own().place() == null) {
      return List.of();
    }
    List<SelfChecked.LeftName> found = new ArrayList<>();
    for (Mention mention : places.in(paragraph.text(), this::isHeld)) {
      if (others.computeIfAbsent(mention.name(), name -> isOther(mention))) {
        add(found, paragraph, mention);
      }
    }
    return found;
  }

  /** 临溪县柳湾镇 is one place and not two. */
  private static void add(List<SelfChecked.LeftName> found, Paragraph paragraph, Mention mention) {
    SelfChecked.LeftName last = found.isEmpty() ? null : found.getLast();
    Range at = mention.at();
    if (last != null && last.spot().at().end() == at.start()) {
      Range both = new Range(last.spot().at().start(), at.end());
      List<String> parts = new ArrayList<>(last.parts());
      parts.add(mention.name());
      found.set(
          found.size() - 1,
          new SelfChecked.LeftName(
              new SelfChecked.Spot(paragraph, both), List.copyOf(parts), mention.where()));
    } else {
      found.add(
          new SelfChecked.LeftName(
              new SelfChecked.Spot(paragraph, at), List.of(mention.name()), mention.where()));
    }
  }

  private boolean isHeld(Level level, String name) {
    return held.computeIfAbsent(level + name, key -> engine.has(field(level), name));
  }

  private static Query.Field field(Level level) {
    return switch (level) {
      case PROVINCE -> Query.Field.PROVINCE;
      case CITY -> Query.Field.CITY;
      case COUNTY -> Query.Field.COUNTY;
      case TOWN -> Query.Field.TOWN;
    };
  }

  private boolean isOther(Mention mention) {
    String name = mention.name();
    for (String own : whose.names()) {
      if (places.isSame(name, own) || own.equals(name + OFFICE)) {
        return false;
      }
    }
    return mention.level() == Level.TOWN || !isAbove(mention);
  }

  /** Whether a name may be that of a region above the own town that the draft does not name. */
  private boolean isAbove(Mention mention) {
    Place own = whose.own().place();
    if (own == null || isKnown(own, mention.level())) {
      return false;
    }
    String inner = innermost(own);
    return inner != null
        && (places.contains(mention.name(), inner)
            || (isHeld(mention.level(), mention.name()) && isHeldAbove(mention.name(), inner)));
  }

  /** Whether the own place says itself of which province, city or county it is. */
  private boolean isKnown(Place own, Level level) {
    String ending =
        switch (level) {
          case PROVINCE -> "省";
          case CITY -> "市州盟";
          case COUNTY -> "县区旗";
          case TOWN -> "";
        };
    return own.region().stream()
        .anyMatch(name -> ending.indexOf(name.charAt(name.length() - 1)) >= 0);
  }

  private static @Nullable String innermost(Place own) {
    return own.region().isEmpty() ? own.town() : own.region().getLast();
  }

  private boolean isHeldAbove(String region, String inner) {
    Filters below = Filters.of(Map.of(FacetField.REGION, List.of(region + "/" + inner)));
    return engine.reports(below, 1, null).total() > 0;
  }
}
