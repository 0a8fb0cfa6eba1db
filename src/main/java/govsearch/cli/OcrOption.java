package govsearch.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine.Option;

/** {@code --ocr}, for every command that keeps an index. */
final class OcrOption {

  @Option(
      names = "--ocr",
      arity = "0..1",
      fallbackValue = "true", // else a flag would turn off what is set in a file
      hideParamSyntax = true,
      paramLabel = "true|false",
      description = "没有文字层的 pdf（扫描件）由 tesseract 识别，需要先安装它和中文数据 chi_sim；识别的文字可能有错")
  private boolean wanted;

  /**
   * Whether scans are to be read.
   *
   * @throws UserMistakeException if they are, but what reads them is not installed
   */
  boolean check() {
    if (wanted && !isInstalled()) {
      throw new UserMistakeException(
          "--ocr 需要 tesseract 和中文数据 chi_sim；Debian/Ubuntu：apt-get install tesseract-ocr"
              + " tesseract-ocr-chi-sim");
    }
    return wanted;
  }

  private static boolean isInstalled() {
    try {
      Process process =
          new ProcessBuilder("tesseract", "--list-langs").redirectErrorStream(true).start();
      process.getOutputStream().close();
      String languages =
          new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      return process.waitFor() == 0 && languages.lines().anyMatch("chi_sim"::equals);
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
