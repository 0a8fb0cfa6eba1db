package govsearch.cli;

import govsearch.engine.opensearch.client.Access;
import govsearch.engine.opensearch.layout.Sizing;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code --engine}: which engine keeps a collection, and how a cluster is reached. */
final class EngineOption {
  private static final String EMBEDDED = "lucene";
  private static final String CLUSTER = "opensearch";

  /** Of a collection on a cluster. */
  static final String USUAL_NAME = "govsearch";

  private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_-]{0,60}");

  @Option(
      names = "--engine",
      paramLabel = "引擎",
      converter = Name.class,
      description = "lucene 内嵌（默认）；opensearch 用 OpenSearch 3 集群，这时 --index 是索引的名称（默认 govsearch）")
  private String engine = EMBEDDED;

  @Option(
      names = "--opensearch",
      paramLabel = "网址",
      description = "集群里一个或几个节点的网址，以逗号分开，如 https://a:9200,https://b:9200")
  private @Nullable String addresses;

  @Option(
      names = "--opensearch-user",
      paramLabel = "用户名",
      description = "口令用 --opensearch-secret-file 的文件给")
  private @Nullable String user;

  @Option(
      names = "--opensearch-password",
      paramLabel = "口令",
      description =
          "用户的口令；不想出现在命令行里，就放在环境变量 GOVSEARCH_OPENSEARCH_PASSWORD、配置文件或 --opensearch-secret-file"
              + " 的文件里")
  private @Nullable String password;

  @Option(
      names = "--opensearch-token",
      paramLabel = "令牌",
      description =
          "没有用户名时的令牌；同样可以放在环境变量 GOVSEARCH_OPENSEARCH_TOKEN、配置文件或 --opensearch-secret-file 的文件里")
  private @Nullable String token;

  @Option(
      names = "--opensearch-secret-file",
      paramLabel = "文件",
      description = "口令写在这个文件里；没有给用户名时是令牌")
  private @Nullable Path secretFile;

  @Option(names = "--opensearch-ca", paramLabel = "文件", description = "只信任由这些证书（PEM）签发的节点")
  private @Nullable Path authorities;

  @Option(
      names = "--opensearch-shards",
      paramLabel = "个数",
      description = "重建索引时分成几片（默认：${DEFAULT-VALUE}）")
  private int shards = 1;

  @Option(
      names = "--opensearch-replicas",
      paramLabel = "个数",
      description = "重建索引时每片另存几份（默认：有第二个节点时一份）")
  private @Nullable Integer replicas;

  @Option(
      names = "--sources",
      paramLabel = "目录",
      description = "用 OpenSearch 时，报告的原文件和上传的文件存在哪里（默认：程序目录下的 index/索引名称）")
  private @Nullable Path sources;

  @Spec(Spec.Target.MIXEE)
  private @Nullable CommandSpec command;

  /** Knows the engines. */
  static final class Name implements ITypeConverter<String> {
    @Override
    public String convert(String value) {
      if (!value.equals(EMBEDDED) && !value.equals(CLUSTER)) {
        throw new UserMistakeException(
            "--engine 应是 " + EMBEDDED + " 或 " + CLUSTER + "，收到的是 " + value);
      }
      return value;
    }
  }

  /** Whether an engine's collections have names, not folders. */
  static boolean isCluster(@Nullable String engine) {
    return CLUSTER.equals(engine);
  }

  /**
   * The collection that is meant.
   *
   * @param index as given: a folder, or the name of a collection on the cluster; null for the usual
   */
  Store store(@Nullable Path index, Commands.Places places) {
    return isCluster(engine)
        ? cluster(index == null ? USUAL_NAME : index.toString(), places)
        : new EmbeddedStore(index == null ? places.index() : index);
  }

  /**
   * The folder of an embedded engine's index, for what only that has.
   *
   * @param instead what to do where it is another engine, in Chinese
   * @throws UserMistakeException if it is
   */
  Path folder(@Nullable Path index, Commands.Places places, String instead) {
    if (isCluster(engine)) {
      throw new UserMistakeException(
          "设置里的引擎是 " + CLUSTER + "，" + instead + "；要看内嵌的索引请加 --engine " + EMBEDDED + " --index 目录");
    }
    return index == null ? places.index() : index;
  }

  private Store cluster(String name, Commands.Places places) {
    if (!NAME.matcher(name).matches()) {
      throw new UserMistakeException("OpenSearch 里的索引名称以小写字母开头，只含小写字母、数字、- 和 _：" + name);
    }
    if (addresses == null) {
      throw new UserMistakeException("用 OpenSearch 时请给出它的网址：--opensearch https://主机名:9200");
    }
    if (shards < 1 || shards > 1_000 || (replicas != null && (replicas < 0 || replicas > 20))) {
      throw new UserMistakeException("--opensearch-shards 至少是 1，--opensearch-replicas 是 0 到 20");
    }
    Path folder = sources == null ? places.index().resolve(name) : sources;
    return new ClusterStore(access(addresses), name, new Sizing(shards, replicas), folder);
  }

  private Access access(String to) {
    Access access = Access.to(to);
    if (authorities != null) {
      access = access.trusting(authorities);
    }
    if (user != null) {
      String itsPassword = secret(Setting.OPENSEARCH_PASSWORD, password);
      if (itsPassword == null) {
        throw new UserMistakeException(
            "请把 "
                + user
                + " 的口令放在环境变量 "
                + Setting.OPENSEARCH_PASSWORD.variable()
                + " 或 --opensearch-secret-file 的文件里");
      }
      return access.withPassword(user, itsPassword);
    }
    String itsToken = secret(Setting.OPENSEARCH_TOKEN, token);
    return itsToken == null ? access : access.withToken(itsToken);
  }

  private @Nullable String secret(Setting plain, @Nullable String value) {
    return new Secrets(command).of(plain, value, Setting.OPENSEARCH_SECRET_FILE, secretFile);
  }
}
