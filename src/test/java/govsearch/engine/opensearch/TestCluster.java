package govsearch.engine.opensearch;

import govsearch.engine.opensearch.client.Access;
import govsearch.engine.opensearch.client.Cluster;
import govsearch.engine.opensearch.client.Json;
import govsearch.engine.opensearch.layout.Sizing;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** A real cluster on this machine, each of its nodes in a process of its own. */
public final class TestCluster implements AutoCloseable {
  private static final Duration LONG = Duration.ofSeconds(10);
  private static final Path LIBRARIES = Path.of("target", "cluster");
  private static final Path NODE = Path.of("src", "cluster", "ClusterNode.java");
  private static final int NODES = Integer.getInteger("govsearch.cluster.nodes", 1);
  private static @Nullable TestCluster shared;

  private final Path folder;
  private final List<Node> nodes = new ArrayList<>();

  private static final class Node {
    private final String name;
    private final int http;
    private final int transport;
    private @Nullable Process process;

    Node(String name, int http, int transport) {
      this.name = name;
      this.http = http;
      this.transport = transport;
    }
  }

  private TestCluster(int count) throws IOException {
    folder = Files.createTempDirectory("govsearch-cluster");
    for (int i = 1; i <= count; i++) {
      nodes.add(new Node("n" + i, freePort(), freePort()));
    }
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  /**
   * The one that all tests share which need no other: of one node, or of as many as {@code
   * -Dgovsearch.cluster.nodes} says.
   */
  public static synchronized TestCluster shared() {
    if (shared == null) {
      shared = of(NODES);
      Runtime.getRuntime().addShutdownHook(new Thread(shared::close));
    }
    return shared;
  }

  /** A cluster of its own. */
  public static TestCluster of(int nodes) {
    if (!Files.isDirectory(LIBRARIES)) {
      throw new IllegalStateException(
          "the cluster's libraries are not here: mvn -f src/cluster/pom.xml package");
    }
    try {
      TestCluster cluster = new TestCluster(nodes);
      for (Node node : cluster.nodes) {
        cluster.start(node);
      }
      cluster.awaitReady();
      return cluster;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void start(Node node) throws IOException {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xms384m",
                "-Xmx" + System.getProperty("govsearch.cluster.heap", "512m"),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=" + System.getProperty("govsearch.cluster.compiler", "4"),
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                LIBRARIES + "/*",
                NODE.toString(),
                folder.resolve(node.name).toString(),
                node.name,
                Integer.toString(node.http),
                Integer.toString(node.transport)));
    nodes.forEach(each -> command.add(each.name + "=" + each.transport));
    node.process =
        new ProcessBuilder(command)
            .redirectError(folder.resolve(node.name + ".log").toFile())
            .start();
  }

  private void awaitReady() throws IOException {
    for (Node node : nodes) {
      awaitReady(node);
    }
  }

  private void awaitReady(Node node) throws IOException {
    Process process = node.process;
    if (process == null) {
      return;
    }
    BufferedReader out =
        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    for (String line = out.readLine(); line != null; line = out.readLine()) {
      if (line.equals("READY")) {
        Thread.ofPlatform() // a virtual one would keep its carrier, and three nodes have three
            .daemon()
            .start(
                () -> {
                  try {
                    while (out.readLine() != null) {
                      // or it would wait for whoever reads
                    }
                  } catch (IOException e) {
                    return;
                  }
                });
        return;
      }
    }
    throw new IllegalStateException(
        "no node: " + Files.readString(folder.resolve(node.name + ".log")));
  }

  /** How all of its nodes are reached. */
  public Access access() {
    return Access.to(
        nodes.stream()
            .map(node -> "http://127.0.0.1:" + node.http)
            .collect(Collectors.joining(",")));
  }

  /** How its nodes are reached on a command line. */
  public String addresses() {
    return nodes.stream()
        .map(node -> "http://127.0.0.1:" + node.http)
        .collect(Collectors.joining(","));
  }

  /** Ends a node as a power cut does. */
  public void kill(int number) {
    Process process = nodes.get(number).process;
    if (process != null) {
      process.destroyForcibly();
      try {
        process.waitFor();
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
    }
  }

  /** Starts a node again with what it has on disk. */
  public void restart(int number) {
    try {
      start(nodes.get(number));
      awaitReady(nodes.get(number));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Waits until every copy of everything is there. */
  public void awaitGreen() {
    try (Cluster cluster = new Cluster(access())) {
      cluster.call(
          "GET",
          "/_cluster/health?wait_for_status=green&wait_for_no_relocating_shards=true&timeout=60s"
              + "&wait_for_nodes="
              + nodes.size(),
          null,
          Duration.ofSeconds(90));
    }
  }

  /** How collections are spread over it: with a copy of each part where there are several nodes. */
  public static Sizing sizing() {
    return NODES == 1 ? Sizing.USUAL : new Sizing(NODES, 1);
  }

  /** Loses a part of an index, its only copy, as when a disk is lost. */
  public void loseShard(String index, int shard) {
    try (Cluster cluster = new Cluster(access())) {
      allocate(cluster, index, "none");
      String node =
          cluster
              .call("GET", "/_cat/shards/" + index + "?format=json&h=node", null, LONG)
              .path(0)
              .path("node")
              .asString();
      Object cancel = Json.of("index", index, "shard", shard, "node", node, "allow_primary", true);
      cluster.call(
          "POST",
          "/_cluster/reroute",
          Json.of("commands", List.of(Json.of("cancel", cancel))),
          LONG);
    }
  }

  /** Finds the lost parts of an index again. */
  public void findShards(String index) {
    try (Cluster cluster = new Cluster(access())) {
      allocate(cluster, index, "all");
    }
  }

  private static void allocate(Cluster cluster, String index, String what) {
    cluster.call(
        "PUT", "/" + index + "/_settings", Json.of("index.routing.allocation.enable", what), LONG);
  }

  /** The indices of a collection whose names end so. */
  public String index(String name, String end) {
    try (Cluster cluster = new Cluster(access())) {
      for (JsonNode one :
          cluster.call("GET", "/_cat/indices/" + name + "-*?format=json&h=index", null, LONG)) {
        if (one.path("index").asString().endsWith(end)) {
          return one.path("index").asString();
        }
      }
      throw new IllegalStateException("no such index");
    }
  }

  /** Drops a collection. */
  public void drop(String name) {
    try (Cluster cluster = new Cluster(access())) {
      cluster.call("DELETE", "/" + name + "-*?expand_wildcards=all", null, Duration.ofSeconds(10));
    }
  }

  /** Shows whoever looks all that was written, as a cluster may do at any time. */
  public void refresh() {
    try (Cluster cluster = new Cluster(access())) {
      cluster.call("POST", "/_refresh", null, Duration.ofSeconds(10));
    }
  }

  @Override
  public void close() {
    for (int i = 0; i < nodes.size(); i++) {
      kill(i);
    }
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path file : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    } catch (IOException | UncheckedIOException e) {
      // a file that is written yet is left to the system's own folder
      return;
    }
  }
}
