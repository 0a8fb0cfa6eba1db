package govsearch.cli;

import govsearch.engine.SearchEngine;
import govsearch.http.FilterValues;
import govsearch.http.MatrixReading;
import govsearch.http.MatrixView;
import govsearch.insight.checklist.Checklist;
import govsearch.insight.checklist.ChecklistMistakeException;
import govsearch.query.FacetField;
import govsearch.query.Filters;
import govsearch.query.Mode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code matrix}: a checklist against the towns of a region, as {@code POST matrix} does. */
@Command(
    name = "matrix",
    description = "一份清单对照一个地区的各乡镇：提及（几段、多少是套话）、未提及、缺报告；不打分",
    customSynopsis = "govsearch matrix --region=地区 --year=年度 [选项] 清单",
    footer = {
      "",
      "清单是自带的名称（法治政府建设、普法依法治理、行政执法、矛盾纠纷化解），或一个 csv 文件，每行“名称,检索式”；- 为标准输入。",
      "例：./govsearch matrix --region=临溪县 --year=2024 --format=xlsx --output=清单.xlsx 法治政府建设"
    },
    mixinStandardHelpOptions = true)
final class MatrixCommand implements Callable<Integer> {

  private final Commands.Places places;

  @Parameters(paramLabel = "清单", description = "自带清单的名称，或 csv 文件，UTF-8 或 GB18030")
  private String list = "";

  @Option(names = "--region", required = true, paramLabel = "地区", description = "如 西宁市/湟中区")
  private String region = "";

  @Option(names = "--year", required = true, paramLabel = "年度", description = "四位年份")
  private int year;

  @Option(names = "--section", paramLabel = "章节", description = "只算这些章节里说的；可以给多次")
  private List<String> section = List.of();

  @Option(names = "--deadline", paramLabel = "日期", description = "公开的期限，如 2025-01-31")
  private @Nullable String deadline;

  @Option(
      names = "--mode",
      paramLabel = "方式",
      description = "exact 一字不差、words 全部词语、most 部分词语、loose 含同义说法（默认：words）")
  private String mode = Mode.WORDS.code();

  @Option(names = "--public-url", paramLabel = "网址", description = "服务对外的网址；给了则格子里带链接")
  private @Nullable String publicUrl;

  @Mixin private TableOption table = new TableOption();
  @Mixin private CollectionOption collection = new CollectionOption();

  MatrixCommand(Commands.Places places) {
    this.places = places;
  }

  @Override
  public Integer call() throws IOException {
    String url = publicUrl == null ? null : Listening.publicUrl(publicUrl);
    table.check();
    Mode howStrictly = Choice.of("--mode", mode, Mode.values(), Mode::code);
    Filters filters = FilterValues.read(Map.of(FacetField.SECTION, section));
    MatrixView view;
    try (Store.Opened opened = collection.open(places)) {
      SearchEngine engine = opened.engine();
      view =
          new MatrixReading(engine)
              .view(list(), howStrictly, region, year, filters, MatrixReading.deadline(deadline));
    } catch (ChecklistMistakeException e) {
      throw new UserMistakeException(String.valueOf(e.getMessage()));
    }
    if (view.rows().isEmpty()) {
      throw new UserMistakeException("库里没有“" + region + "”的乡镇，地区写作 省/市/县，从知道的那一级起");
    }
    MatrixView.Addresses addresses =
        (report, paragraph) ->
            url == null
                ? null
                : url + "/reports/" + report + (paragraph == null ? "" : "#" + paragraph);
    table.write(new TableOutput(MatrixView.NAME, view.columns(), view.table(addresses)));
    return Commands.OK;
  }

  private Checklist list() throws IOException {
    List<Checklist> builtIn = Checklist.builtIn();
    for (Checklist one : builtIn) {
      if (one.name().equals(list)) {
        return one;
      }
    }
    if (!list.equals("-") && !Path.of(list).toFile().isFile()) {
      throw new UserMistakeException(
          "没有名为“"
              + list
              + "”的清单，也没有这个文件；自带的有 "
              + builtIn.stream().map(Checklist::name).collect(Collectors.joining("、")));
    }
    return Checklist.read(list, TextInput.read(list));
  }
}
