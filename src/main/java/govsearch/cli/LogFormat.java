package govsearch.cli;

import java.util.Locale;

/** How what goes on is told on standard error. */
enum LogFormat {
  /** For people. */
  TEXT("logback.xml"),
  /** An object a line, for programs. */
  JSON("logback-json.xml");

  private final String configuration;

  LogFormat(String configuration) {
    this.configuration = configuration;
  }

  /** Has it so; only before anything was told. */
  void choose() {
    System.setProperty("logback.configurationFile", configuration);
  }

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
