package govsearch.cli;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What a file of settings, the environment and a flag all call by one name. */
enum Setting {
  /** A folder, or the name of a collection on a cluster. */
  INDEX(Kind.PATH),
  HOST(Kind.TEXT),
  PORT(Kind.TEXT),
  PUBLIC_URL(Kind.TEXT),
  ALLOW_HOST(Kind.TEXTS),
  ALLOW_ORIGIN(Kind.TEXTS),
  WATCH(Kind.PATHS),
  ADMIN_TOKEN(Kind.SECRET),
  ADMIN_TOKEN_FILE(Kind.PATH),
  DIVISIONS(Kind.PATH),
  OCR(Kind.TEXT),
  THESAURUS(Kind.PATH),
  MODEL(Kind.PATH),
  METRICS(Kind.TEXT),
  METRICS_PORT(Kind.TEXT),
  MCP(Kind.TEXT),
  LOG(Kind.TEXT),
  ENGINE(Kind.TEXT),
  OPENSEARCH(Kind.TEXT),
  OPENSEARCH_USER(Kind.TEXT),
  OPENSEARCH_PASSWORD(Kind.SECRET),
  OPENSEARCH_TOKEN(Kind.SECRET),
  OPENSEARCH_SECRET_FILE(Kind.PATH),
  OPENSEARCH_CA(Kind.PATH),
  OPENSEARCH_SHARDS(Kind.TEXT),
  OPENSEARCH_REPLICAS(Kind.TEXT),
  SOURCES(Kind.PATH);

  /** What every variable of the environment begins with. */
  static final String PREFIX = "GOVSEARCH_";

  /** How values are written. */
  enum Kind {
    TEXT,
    /** Several, with commas between them. */
    TEXTS,
    /** Below the folder of the file that names it, unless it begins at the root. */
    PATH,
    /** Several, with commas between them. */
    PATHS,
    /** Never shown. */
    SECRET
  }

  private final Kind kind;

  Setting(Kind kind) {
    this.kind = kind;
  }

  Kind kind() {
    return kind;
  }

  /** In a file, such as {@code public-url}. */
  String key() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** In the environment, such as {@code GOVSEARCH_PUBLIC_URL}. */
  String variable() {
    return PREFIX + name();
  }

  /** On the command line, such as {@code --public-url}. */
  String flag() {
    return "--" + key();
  }

  boolean isSeveral() {
    return kind == Kind.TEXTS || kind == Kind.PATHS;
  }

  boolean isPath() {
    return kind == Kind.PATH || kind == Kind.PATHS;
  }

  static Optional<Setting> ofKey(String key) {
    return Stream.of(values()).filter(setting -> setting.key().equals(key)).findFirst();
  }

  static Optional<Setting> ofFlag(String flag) {
    return Stream.of(values()).filter(setting -> setting.flag().equals(flag)).findFirst();
  }
}
