package govsearch.ingest.metadata;

import govsearch.ingest.places.PlaceNames;
import govsearch.ingest.places.Region;
import govsearch.ingest.structure.Lines;
import govsearch.ingest.structure.Signatures;
import govsearch.ingest.structure.SiteChrome;
import govsearch.ingest.structure.Structure;
import govsearch.report.ParagraphKind;
import govsearch.report.Provenance;
import govsearch.text.ChineseNumerals;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Where a document names the place that it is of, most trustworthy first: title, signature and
 * letterhead, salutation, opening sentences, the site's header, path.
 */
final class PlaceSources {

  /** A place as one of them names it. */
  record Place(Region region, Provenance from) {}

  private static final String YEAR = "[0-9０-９零一二三四五六七八九Oo" + ChineseNumerals.ZERO_LIKE + "]{4}年";

  /** Words of a title before the issuer's name. */
  private static final Pattern BEFORE_NAME =
      Pattern.compile(
          ("^(中共|关于|印发|报送|上报|呈报|公布|公开|附件[0-9一二三四五六七八九十]{0,2}[:：]?|" + YEAR + "?度?|年度")
              + "|[【\\[（(][^】\\]）)]{0,12}[】\\]）)]|[《—\\-_\\s])++");

  /** 2024年法治政府建设情况报告（柳湾镇）. */
  private static final Pattern BEHIND_TITLE =
      Pattern.compile("(?:[（(—]|(?<=报告|总结|汇报)[-_]?)([^（(—）)]{2,30})[）)]?$");

  private static final Pattern PARTY = Pattern.compile("^中共");
  private static final Pattern EXTENSION = Pattern.compile("\\.[A-Za-z0-9]{1,5}$");

  /** Blanks that set a short name out: 柳 湾 镇. */
  private static final Pattern WITHIN_NAME =
      Pattern.compile("(?<=\\p{IsHan})[\\s　]++(?=\\p{IsHan})");

  private static final Pattern INNER_YEAR = Pattern.compile(YEAR + "?度?");

  /** What stands before the name where an opening sentence names its issuer. */
  private static final Pattern BEFORE_ISSUER =
      Pattern.compile(
          ("^(" + YEAR + "(度|以来)?|(今|去)年(以来)?|本年度?|年初以来|一年来|近年来|过去(的)?一年|全年|现将|谨将|现就|现对|现把|兹将|特将")
              + "|本?(年度)?报告由|[，,、\\s]|在|对|由|受)++");

  /** 在云湖县委、县政府的坚强领导下. */
  private static final Pattern UNDER =
      Pattern.compile("(?:^|(?<=[镇乡道木街]))在(中共)?(?<above>[^。；]{2,60})");

  private static final Pattern AUTHORITY =
      Pattern.compile(
          "(?<=^|[、，和及与委府])(?:中共)?(?<name>\\p{IsHan}{2,12}?[省市县区旗州盟])(?=党?委(?!员会?议|托|派)|党工委|人民政府|政府)");

  private static final Pattern BREAK = Pattern.compile("(?<=[，,；;])");

  private static final Pattern BEFORE_YEAR = Pattern.compile("^(" + YEAR + "度?|今年(以来)?|一年来)");

  private static final Pattern LOCATED =
      Pattern.compile("(?:位于|地处|坐落于|隶属于?|隶属)(?<above>\\p{IsHan}{1,20}?[县区市旗])(?=[^县区市旗镇乡]|$)");

  private static final Pattern SUBJECT =
      Pattern.compile("坚持|认真|深入|全面|始终|坚决|严格|积极|扎实|持续|切实|紧紧|以|在|高度|围绕|聚焦|坚定|不断|着力|大力|统筹|牢牢|贯彻|落实");

  private PlaceSources() {}

  static List<Place> of(
      Structure.Document document, List<String> opening, String path, SiteChrome.Page page) {
    List<Place> places = new ArrayList<>();
    if (document.title() != null) {
      places.add(new Place(inTitle(document.title()), Provenance.TITLE));
    }
    signatures(document).forEach(name -> places.add(new Place(at(name), Provenance.SIGNATURE)));
    for (Structure.Block block : document.blocks()) {
      if (block.kind() == ParagraphKind.SALUTATION) {
        // Whom a report addresses stands above its town, and is no town itself.
        places.add(new Place(withoutTown(at(block.text())), Provenance.SALUTATION));
      }
    }
    for (String clause : opening) {
      addOfClause(clause, places);
    }
    addOfSite(page.issuer(), places);
    addOfSite(page.origin(), places);
    addOfPath(path, places);
    return places;
  }

  private static List<String> signatures(Structure.Document document) {
    List<String> names = new ArrayList<>();
    for (ParagraphKind kind : List.of(ParagraphKind.SIGNATURE, ParagraphKind.BYLINE)) {
      for (Structure.Block block : document.blocks()) {
        boolean signs =
            kind == ParagraphKind.SIGNATURE
                || Signatures.isIssuer(Lines.squeezed(block.text())) // some sign below the title
                || Signatures.isLetterhead(Lines.squeezed(block.text()));
        if (block.kind() == kind && signs) {
          names.add(block.text());
        }
      }
    }
    return names;
  }

  private static Region at(String text) {
    return PlaceNames.at(PARTY.matcher(Lines.squeezed(text)).replaceFirst(""));
  }

  private static Region withoutTown(Region region) {
    return new Region(region.province(), region.city(), region.county(), null);
  }

  private static Region inTitle(String printed) {
    String title = Lines.squeezed(printed);
    Region first = PlaceNames.at(BEFORE_NAME.matcher(title).replaceFirst(""));
    if (first.town() != null) {
      return first;
    }
    Matcher behind = BEHIND_TITLE.matcher(title);
    while (behind.find()) {
      Region region = PlaceNames.at(behind.group(1));
      if (region.town() != null) {
        return over(region, first);
      }
    }
    Matcher year = INNER_YEAR.matcher(title);
    while (year.find()) { // 云湖县2024年石桥镇法治政府建设情况报告
      Region region = year.end() == 0 ? first : PlaceNames.at(title.substring(year.end()));
      if (region.town() != null) {
        return over(region, first);
      }
    }
    return first;
  }

  /** A place with the levels that another gives it, if that says nothing else. */
  private static Region over(Region inner, Region outer) {
    return new Region(
        inner.province() == null ? outer.province() : inner.province(),
        inner.city() == null ? outer.city() : inner.city(),
        inner.county() == null ? outer.county() : inner.county(),
        inner.town());
  }

  private static void addOfClause(String clause, List<Place> places) {
    for (String part : BREAK.split(clause)) {
      String text = WITHIN_NAME.matcher(part).replaceAll("");
      Region region = PlaceNames.at(BEFORE_ISSUER.matcher(text).replaceFirst(""));
      if (region.town() != null && !isOneOfMany(text, region.town())) {
        places.add(new Place(located(region, text), Provenance.BODY));
      }
      if (region.town() == null && region.county() != null && isSubject(text, region.county())) {
        places.add(new Place(region, Provenance.BODY)); // a county that reports itself
      }
      Matcher under = UNDER.matcher(BEFORE_YEAR.matcher(text).replaceFirst(""));
      if (under.find()) {
        addAuthorities(under.group("above"), places);
      }
    }
  }

  /** 柳湾镇、双桐镇…: a text that counts towns up is no town's own. */
  private static boolean isOneOfMany(String text, String town) {
    int end = text.indexOf(town) + town.length();
    return end < text.length()
        && "、和及与等".indexOf(text.charAt(end)) >= 0
        && !text.startsWith("、党委", end);
  }

  /** 云湖县全面贯彻…, but not 云湖县、…, nor an office of it. */
  private static boolean isSubject(String text, String county) {
    int end = text.indexOf(county) + county.length();
    return SUBJECT.matcher(text).region(end, text.length()).lookingAt();
  }

  /** 石桥镇位于云湖县东部. */
  private static Region located(Region region, String text) {
    Matcher in = LOCATED.matcher(text);
    if (region.county() != null || !in.find()) {
      return region;
    }
    return over(region, withoutTown(PlaceNames.at(in.group("above") + "，")));
  }

  private static void addAuthorities(String text, List<Place> places) {
    Matcher authority = AUTHORITY.matcher(text);
    while (authority.find()) {
      Region region = PlaceNames.at(authority.group("name") + "委");
      String county = region.county();
      boolean told = county == null || !county.endsWith("市") || PlaceNames.isKnownCounty(county);
      if (told && region.town() == null) {
        places.add(new Place(region, Provenance.BODY));
      }
    }
  }

  private static void addOfSite(@Nullable String name, List<Place> places) {
    if (name != null) {
      Region region = at(name);
      String county = region.county();
      boolean told =
          county == null
              || region.town() != null
              || !county.endsWith("市")
              || PlaceNames.isKnownCounty(county);
      places.add(new Place(told ? region : Region.NONE, Provenance.SITE));
    }
  }

  private static void addOfPath(String path, List<Place> places) {
    String[] names = path.split("/");
    String file = BEFORE_NAME.matcher(fileName(path)).replaceFirst("");
    places.add(new Place(PlaceNames.at(file), Provenance.FILENAME));
    for (int i = names.length - 2; i >= 0; i--) {
      places.add(new Place(PlaceNames.at(names[i]), Provenance.FILENAME));
    }
  }

  static String fileName(String path) {
    return EXTENSION.matcher(path.substring(path.lastIndexOf('/') + 1)).replaceFirst("");
  }
}
