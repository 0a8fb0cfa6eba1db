package govsearch.cli;

import govsearch.engine.Place;
import govsearch.engine.SearchEngine;
import govsearch.http.SelfCheckView;
import govsearch.ingest.places.Gazetteer;
import govsearch.ingest.sync.DraftReading;
import govsearch.insight.selfcheck.SelfCheck;
import govsearch.insight.selfcheck.SelfChecked;
import govsearch.library.IntakeRefusedException;
import govsearch.report.Report;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.json.JsonMapper;

/** {@code selfcheck}: a draft held against the collection, as {@code POST selfcheck} does. */
@Command(
    name = "selfcheck",
    description = "自查：上报之前把稿子与报告库逐句对照；稿子不留存",
    customSynopsis = "govsearch selfcheck [选项] 文件",
    footer = {"", "例：./govsearch selfcheck 柳湾镇2025年报告.docx", "退出码：0 已自查；2 用法有误或读不了稿子"},
    mixinStandardHelpOptions = true)
final class SelfCheckCommand implements Callable<Integer> {

  private static final int MOST_BYTES = 64 << 20;

  private final Commands.Places places;

  @Parameters(paramLabel = "文件", description = "docx、doc、wps、pdf、txt 等；- 为标准输入的文字")
  private String file = "-";

  @Option(names = "--town", paramLabel = "乡镇", description = "是哪个乡镇的，如 临溪县/柳湾镇（默认：由稿子认出）")
  private @Nullable String town;

  @Option(names = "--year", paramLabel = "年度", description = "是哪一年度的（默认：由稿子认出）")
  private @Nullable Integer year;

  @Mixin private CollectionOption collection = new CollectionOption();

  @Option(names = "--json", description = "输出 JSON，与 POST /api/v1/selfcheck 相同")
  private boolean json;

  @Mixin private DivisionsOption divisions = new DivisionsOption();

  SelfCheckCommand(Commands.Places places) {
    this.places = places;
  }

  @Override
  public Integer call() throws IOException {
    long start = System.nanoTime();
    Gazetteer gazetteer = divisions.load();
    Report draft = draft(new DraftReading(gazetteer));
    var names = (gazetteer == null ? Gazetteer.builtIn() : gazetteer).names();
    SelfChecked checked;
    try (Store.Opened opened = collection.open(places)) {
      SearchEngine engine = opened.engine();
      checked = new SelfCheck(engine, names).of(draft, place(), year);
    } catch (SelfCheck.TooLongException e) {
      throw new UserMistakeException(
          "稿子有 " + e.sentences() + " 句，最多自查 " + SelfCheck.MOST_SENTENCES + " 句");
    }
    SelfCheckView view = SelfCheckView.of(checked, (System.nanoTime() - start) / 1_000_000);
    if (json) {
      System.out.println(JsonMapper.builder().build().writeValueAsString(view));
    } else {
      new SelfCheckPrinter(System.out).print(view);
    }
    return Commands.OK;
  }

  private Report draft(DraftReading reading) throws IOException {
    try {
      if (file.equals("-")) {
        return reading.read("stdin.txt", System.in.readNBytes(MOST_BYTES));
      }
      Path path = Path.of(file);
      if (!Files.isRegularFile(path)) {
        throw new UserMistakeException("找不到文件：" + file);
      }
      if (Files.size(path) > MOST_BYTES) {
        throw new UserMistakeException(file + " 超过 " + (MOST_BYTES >> 20) + " MB");
      }
      return reading.read(path.toString(), Files.readAllBytes(path));
    } catch (IntakeRefusedException e) {
      throw new UserMistakeException(file + "：" + e.getMessage());
    }
  }

  private @Nullable Place place() {
    if (town == null) {
      return null;
    }
    List<String> names = Arrays.stream(town.split("/")).filter(name -> !name.isBlank()).toList();
    if (names.isEmpty()) {
      throw new UserMistakeException("--town 应是乡镇，如 临溪县/柳湾镇");
    }
    return new Place(names.subList(0, names.size() - 1), names.getLast());
  }
}
