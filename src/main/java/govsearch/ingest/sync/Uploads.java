package govsearch.ingest.sync;

import govsearch.engine.SearchEngine;
import govsearch.engine.UnusableIndexException;
import govsearch.ingest.FileReading;
import govsearch.ingest.extract.Extractor;
import govsearch.ingest.extract.FileType;
import govsearch.ingest.extract.RejectedFileException;
import govsearch.library.FileRecord;
import govsearch.library.Intake;
import govsearch.library.IntakeRefusedException;
import govsearch.library.LibraryReader;
import govsearch.report.Report;
import govsearch.report.Source;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Files that came over HTTP. They are kept in a folder beside the index, which every rebuild and
 * sync reads as well; so the index can always be made from files alone. A file is there before the
 * index has its report, and gone before the index drops it: a process that is killed in between
 * leaves the rest to the next run.
 */
public final class Uploads implements Intake {

  private static final String FOLDER = "uploads";
  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final int LONGEST_NAME = 200;
  private static final int DEEPEST = 6;

  private final Path folder;
  private final LibraryWriter writer;
  private final Supplier<? extends Corrections> corrections;
  private final boolean ocr;
  private final SearchEngine engine;
  private final LibraryReader library;

  /**
   * The uploads of an index.
   *
   * @param corrections of each run
   * @param ocr whether scans are read
   */
  public Uploads(
      Path index,
      LibraryWriter writer,
      Supplier<? extends Corrections> corrections,
      boolean ocr,
      SearchEngine engine,
      LibraryReader library) {
    this.corrections = corrections;
    this.ocr = ocr;
    this.folder = index.resolve(FOLDER);
    this.writer = writer;
    this.engine = engine;
    this.library = library;
  }

  /** The folder of an index; null if nothing was ever uploaded. */
  public static @Nullable Path in(Path index) {
    Path folder = index.resolve(FOLDER);
    return Files.isDirectory(folder) ? folder : null;
  }

  /** Does what a process that was killed has left undone. */
  public void resume() {
    if (Files.isDirectory(folder)) {
      run("upload");
    }
  }

  @Override
  public Receipt preview(String path, byte[] bytes) {
    target(path);
    FileReading.Read read = read(path, bytes);
    Corrections said = corrections.get();
    List<Report> reports =
        read.reports().stream()
            .map(r -> said.correct(FileRecord.UPLOADS, r.head().source().path(), r))
            .toList();
    return new Receipt(reports, read.skipped(), read.notes());
  }

  @Override
  public Receipt add(String path, byte[] bytes, boolean replace) {
    Path target = target(path);
    FileReading.Read read = read(path, bytes);
    try {
      if (Files.exists(target) && !replace && !Arrays.equals(Files.readAllBytes(target), bytes)) {
        throw new IntakeRefusedException(
            IntakeRefusedException.Cause.EXISTS, "已有上传的文件 " + path + "，内容不同；要替换它请加 replace=true");
      }
      store(target, bytes);
    } catch (IOException e) {
      throw new UncheckedIOException("上传的文件存不进索引目录：" + e.getMessage(), e);
    }
    run("upload");
    return taken(path, read);
  }

  @Override
  public void remove(String reportId) {
    Report report =
        engine
            .report(reportId)
            .orElseThrow(
                () ->
                    new IntakeRefusedException(
                        IntakeRefusedException.Cause.UNKNOWN, "没有编号为 " + reportId + " 的报告"));
    List<Path> files = new ArrayList<>();
    for (Source source : report.head().sources()) {
      files.add(uploaded(source));
    }
    try {
      for (Path file : files) {
        Files.deleteIfExists(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("上传的文件删不掉：" + e.getMessage(), e);
    }
    run("delete");
  }

  /** Where a source was uploaded to, if it stands nowhere else. */
  private Path uploaded(Source source) {
    boolean isUploaded = false;
    for (String root : library.overview().folders()) {
      boolean gives =
          library.file(root, source.path()).stream()
              .flatMap(file -> file.reports().stream())
              .anyMatch(given -> given.source().equals(source));
      if (gives && !root.equals(FileRecord.UPLOADS)) {
        throw new IntakeRefusedException(
            IntakeRefusedException.Cause.NOT_UPLOADED,
            "这份报告来自报告目录里的 " + source.path() + "，不是上传的；请从目录里删除文件，再运行 ./govsearch sync");
      }
      isUploaded |= gives;
    }
    if (isUploaded) {
      return folder.resolve(source.path());
    }
    throw new IntakeRefusedException(
        IntakeRefusedException.Cause.NOT_UPLOADED,
        "这份报告来自 " + source.path() + "，它不是单独上传的文件，不能单独删除");
  }

  private FileReading.Read read(String path, byte[] bytes) {
    FileReading.Read read;
    try (Extractor extractor = new Extractor(Extractor.Settings.usual(ocr))) {
      FileType type = Extractor.type(path, bytes);
      read =
          type == FileType.ZIP
              ? archive(extractor, path, bytes)
              : FileReading.read(extractor, path, type, bytes);
    } catch (RejectedFileException e) {
      throw new IntakeRefusedException(IntakeRefusedException.Cause.UNREADABLE, e.reason());
    } catch (IOException e) {
      throw new UncheckedIOException("上传的文件打不开：" + e.getMessage(), e);
    }
    if (read.reports().isEmpty()) {
      String reason = read.skipped().isEmpty() ? "压缩包里没有文件" : read.skipped().getFirst().reason();
      throw new IntakeRefusedException(IntakeRefusedException.Cause.UNREADABLE, reason);
    }
    return read;
  }

  private static FileReading.Read archive(Extractor extractor, String path, byte[] bytes)
      throws RejectedFileException, IOException {
    Path file = Files.createTempFile("govsearch-upload", ".zip");
    try {
      Files.write(file, bytes);
      return FileReading.archive(extractor, path, file, (report, source) -> {});
    } finally {
      Files.deleteIfExists(file);
    }
  }

  /** As they are in the collection now, where they may have come together with others. */
  private Receipt taken(String path, FileReading.Read read) {
    List<Report> reports = new ArrayList<>();
    FileRecord file = library.file(FileRecord.UPLOADS, path).orElse(null);
    if (file != null) {
      file.reports().forEach(given -> engine.report(given.id()).ifPresent(reports::add));
    }
    return new Receipt(reports.isEmpty() ? read.reports() : reports, read.skipped(), read.notes());
  }

  private void run(String kind) {
    Optional<IngestSummary> summary;
    try {
      summary =
          writer.run(
              IngestOptions.uploads(kind, folder, corrections.get(), ocr), List.of(), PATIENCE);
    } catch (UnusableIndexException e) {
      throw new IntakeRefusedException(
          IntakeRefusedException.Cause.BUSY, e.getMessage() + "；文件已经存下，下次更新时处理");
    }
    if (summary.isEmpty()) {
      throw new IntakeRefusedException(
          IntakeRefusedException.Cause.BUSY, "正在更新收藏，暂时轮不到；文件已经存下，更新时处理");
    }
  }

  private void store(Path target, byte[] bytes) throws IOException {
    Files.createDirectories(target.getParent());
    // Hidden, so that no run takes it for a report.
    Path temporary = Files.createTempFile(target.getParent(), ".upload", ".tmp");
    try {
      try (FileChannel channel = FileChannel.open(temporary, StandardOpenOption.WRITE)) {
        ByteBuffer left = ByteBuffer.wrap(bytes);
        while (left.hasRemaining()) {
          channel.write(left);
        }
        channel.force(true);
      }
      Files.move(
          temporary, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(temporary);
    }
  }

  /** The file of a path, which stays within the folder whatever the path is. */
  private Path target(String path) {
    String[] names = path.split("/", -1);
    boolean isGood = names.length <= DEEPEST;
    for (String name : names) {
      isGood &=
          !name.isBlank()
              && name.strip().equals(name)
              && !name.startsWith(".")
              && name.getBytes(StandardCharsets.UTF_8).length <= LONGEST_NAME
              && name.chars().noneMatch(c -> c < ' ' || "\\:*?\"<>|\u007F".indexOf(c) >= 0);
    }
    Path target = isGood ? folder.resolve(path).normalize() : folder;
    if (!isGood || !target.startsWith(folder) || Files.isDirectory(target)) {
      throw new IntakeRefusedException(
          IntakeRefusedException.Cause.BAD_PATH,
          "path 应是 县/文件名.txt 这样的相对路径：最多 " + DEEPEST + " 层，各层不以 . 开头，不含 \\ : * ? \" < > | 和控制字符");
    }
    return target;
  }
}
