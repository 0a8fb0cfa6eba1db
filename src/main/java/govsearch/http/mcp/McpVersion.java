package govsearch.http.mcp;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Versions of the protocol, newest first. */
enum McpVersion {
  /** Every request says for itself what it is of. */
  STATELESS("2026-07-28"),
  /** Begins with {@code initialize}. */
  LAST_OF_SESSIONS("2025-11-25"),
  EARLIER("2025-06-18");

  private final String date;

  McpVersion(String date) {
    this.date = date;
  }

  String date() {
    return date;
  }

  boolean isStateless() {
    return this == STATELESS;
  }

  static Optional<McpVersion> of(String date) {
    return Arrays.stream(values()).filter(version -> version.date.equals(date)).findFirst();
  }

  static List<String> dates() {
    return Arrays.stream(values()).map(McpVersion::date).toList();
  }
}
