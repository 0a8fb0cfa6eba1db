package govsearch.cli;

import govsearch.library.Verification;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code backup}: a copy of an index that can be put back. */
@Command(
    name = "backup",
    description = "备份索引、保存的原文、上传的文件和更正；服务和更新可以照常进行",
    customSynopsis = "govsearch backup [--index=目录] 备份目录",
    footer = {"", "备份是上一次提交时的样子，写完后逐字节核对，核对过才有这个目录；以后可用 verify --index 备份目录 再核对，用 restore 恢复。"},
    mixinStandardHelpOptions = true)
final class BackupCommand implements Callable<Integer> {

  private static final double MEGABYTE = 1e6;

  private final Commands.Places places;

  @Parameters(paramLabel = "备份目录", description = "新的目录，或空目录")
  private @Nullable Path target;

  @Mixin private CollectionOption collection = new CollectionOption();

  BackupCommand(Commands.Places places) {
    this.places = places;
  }

  @Override
  public Integer call() throws IOException {
    if (target == null) { // picocli asks for it
      return Commands.MISUSE;
    }
    long begun = System.nanoTime();
    Verification.Result result =
        new Backup(
                collection.folder(places, "那里用 OpenSearch 的快照备份"), target, places.searchTimeLimit())
            .run();
    if (!result.findings().isEmpty()) {
      result.findings().forEach(finding -> System.out.println("损坏  " + Shown.text(finding)));
      System.out.println(
          "没有备份：索引有 " + result.findings().size() + " 处问题，请先按 ./govsearch verify 说的补救");
      return Commands.PARTLY;
    }
    System.out.printf(
        Locale.ROOT,
        "已备份到 %s：报告 %,d 份，原文 %,d 份，%.1f MB，已逐字节核对；用时 %.1f 秒%n",
        Shown.text(target.toString()),
        result.reports(),
        result.sources(),
        bytes(target) / MEGABYTE,
        (System.nanoTime() - begun) / 1e9);
    return Commands.OK;
  }

  private static long bytes(Path folder) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      return all.mapToLong(file -> file.toFile().isFile() ? file.toFile().length() : 0).sum();
    }
  }
}
