package govsearch.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/**
 * Secrets, each of which is given itself or by a file that holds it and nothing else; of the two,
 * that which stands on the command line.
 */
final class Secrets {

  private final @Nullable ParseResult given;

  /**
   * Of a command.
   *
   * @param spec its own; null for one that was not read from a command line
   */
  Secrets(@Nullable CommandSpec spec) {
    this.given = spec == null ? null : spec.commandLine().getParseResult();
  }

  /**
   * A secret; null for none.
   *
   * @throws UserMistakeException if its file cannot be read
   */
  @Nullable String of(Setting plain, @Nullable String value, Setting inFile, @Nullable Path file) {
    if (file == null || (isFlag(plain) && !isFlag(inFile))) {
      return value == null || value.isEmpty() ? null : value;
    }
    return read(inFile, file);
  }

  private boolean isFlag(Setting setting) {
    return given != null && given.hasMatchedOption(setting.flag());
  }

  private static String read(Setting setting, Path file) {
    try {
      String secret = Files.readString(file).strip();
      if (secret.isEmpty()) {
        throw new UserMistakeException(setting.flag() + " 是空的：" + file);
      }
      return secret;
    } catch (IOException e) {
      throw new UserMistakeException("读不了 " + setting.flag() + "：" + file, e);
    }
  }
}
