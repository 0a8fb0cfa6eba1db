package govsearch.cli;

import govsearch.model.OnnxEmbedder;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import picocli.CommandLine.Command;

/** {@code model}: a learnt model that finds similar problems in other words. */
@Command(name = "model", description = "语义模型：换了说法的相似问题也找得到；不装也能用", mixinStandardHelpOptions = true)
final class ModelCommand implements Callable<Integer> {

  private final Commands.Places places;

  ModelCommand(Commands.Places places) {
    this.places = places;
  }

  @Override
  public Integer call() {
    System.out.println(
        Files.isDirectory(places.home().resolve(ModelOption.FOLDER))
            ? "已装：" + places.home().resolve(ModelOption.FOLDER)
            : "没有装。取来：./govsearch model add");
    return Commands.OK;
  }

  /** {@code model add}: the one time that anything is brought, and a person asks for it. */
  @Command(
      name = "add",
      description = "经 Maven 取来 bge-small-zh-v1.5（量化，MIT 许可）和 ONNX Runtime，约 110 MB",
      mixinStandardHelpOptions = true)
  static final class Add implements Callable<Integer> {

    private static final String MODEL =
        "dev.langchain4j:langchain4j-embeddings-bge-small-zh-v15-q:1.11.0-beta19";
    private static final String RUNTIME = "com.microsoft.onnxruntime:onnxruntime:1.20.0";
    private static final String COPY =
        "org.apache.maven.plugins:maven-dependency-plugin:3.8.1:copy";

    private final Commands.Places places;

    Add(Commands.Places places) {
      this.places = places;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
      Path folder = places.home().resolve(ModelOption.FOLDER);
      Path draft = places.home().resolve(ModelOption.FOLDER + ".draft");
      Files.createDirectories(draft);
      for (String artifact : List.of(MODEL, RUNTIME)) {
        System.out.println("正在取 " + artifact + " …");
        copy(artifact, draft);
      }
      unpack(draft);
      // Where it cannot be loaded, it is told now, not at the next start.
      try (OnnxEmbedder loaded = OnnxEmbedder.open(draft)) {
        System.out.println("模型可用，向量 " + loaded.dimension() + " 维");
      }
      Files.createDirectories(folder);
      try (var files = Files.list(draft)) {
        for (Path file : files.toList()) {
          Files.move(file, folder.resolve(file.getFileName()), StandardCopyOption.REPLACE_EXISTING);
        }
      }
      Files.delete(draft);
      System.out.println("已装到 " + folder + "；重新启动服务后，它在后台读完各报告的问题，期间照常可用");
      return Commands.OK;
    }

    private static void copy(String artifact, Path folder)
        throws IOException, InterruptedException {
      Process maven;
      try {
        maven =
            new ProcessBuilder(
                    "mvn",
                    "-q",
                    "-B",
                    COPY,
                    "-Dartifact=" + artifact,
                    "-DoutputDirectory=" + folder)
                .inheritIO()
                .start();
      } catch (IOException e) {
        throw new UserMistakeException("找不到 Maven（mvn），用它来取模型；装好后再试", e);
      }
      if (maven.waitFor() != 0) {
        throw new UserMistakeException("没有取到 " + artifact + "，原因见上");
      }
    }

    /** The library's own classes are of no use here. */
    private static void unpack(Path folder) throws IOException {
      Path jar;
      try (var files = Files.list(folder)) {
        jar =
            files
                .filter(file -> file.getFileName().toString().startsWith("langchain4j"))
                .findFirst()
                .orElseThrow(() -> new UserMistakeException("没有取到模型"));
      }
      try (ZipFile zip = new ZipFile(jar.toFile())) {
        for (ZipEntry entry : zip.stream().toList()) {
          if (entry.getName().endsWith(".onnx")) {
            extract(zip, entry, folder.resolve("model.onnx"));
          } else if (entry.getName().endsWith("tokenizer.json")) {
            extract(zip, entry, folder.resolve("tokenizer.json"));
          }
        }
      }
      Files.delete(jar);
    }

    private static void extract(ZipFile zip, ZipEntry entry, Path to) throws IOException {
      try (InputStream in = zip.getInputStream(entry)) {
        Files.copy(in, to, StandardCopyOption.REPLACE_EXISTING);
      }
    }
  }
}
