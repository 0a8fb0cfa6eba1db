package govsearch.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
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

    private static final String COPY =
        "org.apache.maven.plugins:maven-dependency-plugin:3.8.1:copy";

    private final Commands.Places places;

    Add(Commands.Places places) {
      this.places = places;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
      Path folder = places.home().resolve(ModelOption.FOLDER);
      ModelDelivery delivery = new ModelDelivery(folder, Add::copy);
      if (delivery.isThere()) {
        System.out.println("已经装好：" + folder);
        return Commands.OK;
      }
      delivery.bring();
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
                    "-Dstyle.color=never",
                    COPY,
                    "-Dartifact=" + artifact,
                    "-DoutputDirectory=" + folder)
                .directory(folder.toFile()) // whatever project the person stands in
                .inheritIO()
                .start();
      } catch (IOException e) {
        throw new UserMistakeException("找不到 Maven（mvn），用它来取模型；装好后再试", e);
      }
      if (maven.waitFor() != 0) {
        throw new UserMistakeException("没有取到 " + artifact + "，原因见上");
      }
    }
  }
}
