package govsearch.cli;

import govsearch.engine.SearchEngine;
import govsearch.engine.WordRequest;
import govsearch.export.Column;
import govsearch.export.Column.Look;
import govsearch.insight.PlainReading;
import govsearch.insight.Queries;
import govsearch.insight.collocation.Collocate;
import govsearch.insight.collocation.Collocates;
import govsearch.insight.collocation.Collocation;
import govsearch.insight.concordance.Concordance;
import govsearch.query.FacetField;
import govsearch.query.Filters;
import govsearch.query.Mode;
import govsearch.query.Query;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code collocates}: what {@code GET collocates} and {@code GET distinctive} tell. */
@Command(
    name = "collocates",
    description = "给了检索式：与它同在一句的词；给了 --by：所选年度、地区或章节与其余相比突出的词。按报告计数，不算套话",
    customSynopsis = "govsearch collocates [选项] [检索式]",
    footer = {
      "",
      "例：./govsearch collocates 法律明白人",
      "例：./govsearch collocates --year=2024 --region=临溪县 --by=year"
    },
    mixinStandardHelpOptions = true)
final class CollocatesCommand implements Callable<Integer> {

  private static final List<Column> COLUMNS =
      List.of(
          new Column("text", "词", Look.NAME),
          new Column("reports", "报告"),
          new Column("of", "共"),
          new Column("others", "别处"),
          new Column("times", "倍数"),
          new Column("strength", "对数似然比"));

  private static final String INCOMPLETE =
      String.format(Locale.ROOT, "注意：不同的词和词组超过 %,d 个，后读到的新词没有计入；缩小范围再问就全了", WordRequest.MOST_WORDS);

  private final Commands.Places places;

  @Parameters(paramLabel = "检索式", arity = "0..*", description = "逐字检索")
  private List<String> words = List.of();

  @Option(names = "--by", paramLabel = "项", description = "year、region、town 或 section")
  private @Nullable String by;

  @Option(names = "--section", paramLabel = "章节", description = "可以给多次")
  private List<String> section = List.of();

  @Option(names = "--size", paramLabel = "个数", description = "至多列几个（默认：${DEFAULT-VALUE}）")
  private int size = 50;

  @Mixin private ScopeOptions scope = new ScopeOptions();
  @Mixin private TableOption table = new TableOption();
  @Mixin private CollectionOption collection = new CollectionOption();

  CollocatesCommand(Commands.Places places) {
    this.places = places;
  }

  @Override
  public Integer call() throws IOException {
    table.check();
    Filters filters = scope.filters(section);
    String query = String.join(" ", words);
    Collocates found;
    try (Store.Opened opened = collection.open(places)) {
      SearchEngine engine = opened.engine();
      found = found(new Collocation(engine), asked(query, engine), filters);
    }
    table.write(new TableOutput("搭配", COLUMNS, rows(found)));
    remarks(found).forEach(System.err::println);
    return Commands.OK;
  }

  /** What was looked at, and whether anything is missing. */
  static List<String> remarks(Collocates found) {
    List<String> remarks = new ArrayList<>();
    Collocates.Part looked = found.looked();
    remarks.add(
        "读了 " + looked.read() + "/" + looked.paragraphs() + " 段，" + looked.reports() + " 份报告");
    if (!looked.complete() || !found.others().complete()) {
      remarks.add(INCOMPLETE);
    }
    return remarks;
  }

  /** What names but a place or a year is taken for a text that words stand beside. */
  private Query asked(String query, SearchEngine engine) {
    Query read = new PlainReading(engine).read(query, Mode.WORDS).query();
    return by != null || Concordance.hasText(read) ? read : Queries.PARSER.parse(query).query();
  }

  private Collocates found(Collocation collocation, Query asked, Filters filters) {
    if (by != null) {
      FacetField field = Choice.of("--by", by, FacetField.values(), FacetField::code);
      if (!filters.fields().contains(field)) {
        throw new UserMistakeException("--by=" + by + " 要同时给 --" + by);
      }
      return collocation.distinctive(asked, filters, field, size);
    }
    if (asked instanceof Query.Everything) {
      throw new UserMistakeException("请给一个检索式，或者 --by");
    }
    return collocation.beside(asked, filters, size);
  }

  private static List<List<@Nullable Object>> rows(Collocates found) {
    List<List<@Nullable Object>> rows = new ArrayList<>();
    for (Collocate row : found.rows()) {
      rows.add(
          Arrays.asList(
              row.text(),
              (long) row.reports(),
              (long) found.looked().reports(),
              row.others(),
              row.times(),
              row.strength()));
    }
    return rows;
  }
}
