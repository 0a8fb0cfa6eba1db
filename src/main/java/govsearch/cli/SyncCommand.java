package govsearch.cli;

import govsearch.ingest.sync.IngestOptions;
import govsearch.ingest.sync.IngestSummary;
import govsearch.ingest.sync.Uploads;
import govsearch.library.FileRecord;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code sync}: takes into the index what has changed in folders. */
@Command(
    name = "sync",
    description = "把报告目录里新增、修改、删除的文件更新到索引；没有变化的文件不重新处理",
    customSynopsis = "govsearch sync [选项] [目录…]",
    footer = {"", "不给目录时，更新索引已有的各个目录。中断后再运行即可接着做。", "退出码：0 全部收录；1 有文件被跳过或目录读不到；2 用法有误"},
    mixinStandardHelpOptions = true)
final class SyncCommand implements Callable<Integer> {

  private final Commands.Places places;

  @Parameters(arity = "0..*", paramLabel = "目录", description = "放报告的目录，可以给多个；索引里来自其他目录的报告不受影响")
  private List<Path> folders = List.of();

  @Option(names = "--allow-empty", description = "目录里一个文件也没有时，确实移除原来从中收录的报告")
  private boolean allowEmpty;

  @Option(names = "--compare-bytes", description = "大小和时间没变的文件也读出来比较内容")
  private boolean compareBytes;

  @Option(names = "--forget", paramLabel = "目录", description = "移除来自这个目录的报告，不论它还在不在；可以给多次")
  private List<Path> forgotten = List.of();

  @Mixin private CollectionOption collection = new CollectionOption();
  @Mixin private DivisionsOption divisions = new DivisionsOption();

  @Mixin private OcrOption ocr = new OcrOption();

  SyncCommand(Commands.Places places) {
    this.places = places;
  }

  @Override
  public Integer call() {
    Store where = collection.store(places);
    List<String> known = knownFolders(where);
    for (Path folder : folders) {
      if (!Files.exists(folder) && !isKnown(folder, known)) {
        throw new UserMistakeException("找不到目录：" + folder);
      }
    }
    for (Path folder : forgotten) {
      if (!isKnown(folder, known)) {
        throw new UserMistakeException(
            "索引里没有来自目录 " + folder + " 的报告；已有的目录：" + String.join("、", known));
      }
    }
    List<Path> chosen = folders;
    if (folders.isEmpty() && forgotten.isEmpty()) {
      chosen = known.stream().map(Path::of).toList();
      if (chosen.isEmpty()) {
        throw new UserMistakeException("索引里还没有报告，请给出报告目录：./govsearch sync 报告目录");
      }
    }
    IngestOptions options =
        IngestOptions.sync(Uploads.in(where.folder()), allowEmpty, compareBytes)
            .forgetting(forgotten)
            .readingScans(ocr.check());
    IngestSummary summary = Indexing.sync(where, options, chosen, divisions.load(), System.out);
    Indexing.printChanges(summary, System.out);
    Indexing.print(summary, System.out);
    return summary.skipped().isEmpty() ? Commands.OK : Commands.PARTLY;
  }

  private static boolean isKnown(Path folder, List<String> known) {
    return known.contains(IngestOptions.ledgerName(folder));
  }

  /** Those that the index has reports from; none where there is no index yet. */
  private static List<String> knownFolders(Store where) {
    if (!where.isThere()) {
      return List.of();
    }
    return where.folders().stream().filter(folder -> !folder.equals(FileRecord.UPLOADS)).toList();
  }
}
