package govsearch.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Reads a file of settings: {@code key = value} a line, UTF-8, {@code #} before a remark. Unlike in
 * Java's properties a backslash stands for itself, since people write {@code D:\报告} in it.
 */
final class SettingsFile {

  private static final String NONE = "none";

  private final Path file;

  SettingsFile(Path file) {
    this.file = file.toAbsolutePath();
  }

  /** A line, as it is written. */
  record Line(Setting setting, String value, int number) {}

  /**
   * Reads it.
   *
   * @throws UserMistakeException if it cannot be read, or a line says nothing that is known
   */
  List<Line> read() {
    List<String> lines;
    try {
      lines = Files.readString(file).lines().toList();
    } catch (IOException e) {
      throw new UserMistakeException("配置文件 " + file + " 读不出来：应是 UTF-8 的文本文件", e);
    }
    List<Line> read = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i).replace("\uFEFF", "").strip();
      if (!line.isEmpty() && line.charAt(0) != '#') {
        read.add(line(line, i + 1));
      }
    }
    return read;
  }

  private Line line(String line, int number) {
    int equals = line.indexOf('=');
    if (equals < 0) {
      throw mistake(number, "应写成 名称 = 值，收到的是 " + line);
    }
    String key = line.substring(0, equals).strip();
    Setting setting =
        Setting.ofKey(key).orElseThrow(() -> mistake(number, "不认识的设置 " + key + "；可用的有：" + known()));
    return new Line(setting, line.substring(equals + 1).strip(), number);
  }

  /**
   * A line whose paths begin at the root, or somewhere the same from wherever it is looked at.
   *
   * @throws UserMistakeException if its value cannot be a path
   */
  Line resolved(Line line) {
    String value = line.value();
    if (!line.setting().isPath() || value.isEmpty() || value.equalsIgnoreCase(NONE)) {
      return line;
    }
    try {
      String paths =
          Settings.parts(line.setting(), value).stream()
              .map(path -> file.resolveSibling(path).normalize().toString())
              .collect(Collectors.joining(","));
      return new Line(line.setting(), paths, line.number());
    } catch (InvalidPathException e) {
      throw mistake(line.number(), "不是路径：" + value);
    }
  }

  private UserMistakeException mistake(int number, String what) {
    return new UserMistakeException("配置文件 " + file + " 第 " + number + " 行：" + what);
  }

  private static String known() {
    return Arrays.stream(Setting.values()).map(Setting::key).collect(Collectors.joining("、"));
  }
}
