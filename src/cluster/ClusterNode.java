import java.nio.file.Path;
import java.util.List;
import org.codelibs.opensearch.runner.OpenSearchRunner;

/**
 * A node of a real cluster, on this machine's own address only, for tests and measurements. Run
 * from its source, in a process of its own: {@code java -cp 'target/cluster/*'
 * src/cluster/ClusterNode.java FOLDER NAME HTTP TRANSPORT NAME=TRANSPORT…}, the last ones of all
 * nodes that begin together. Says READY on a line, and ends with its input.
 */
public final class ClusterNode {
  private ClusterNode() {}

  public static void main(String[] args) throws Exception {
    Path folder = Path.of(args[0]).toAbsolutePath();
    String name = args[1];
    List<String> all = List.of(args).subList(4, args.length);
    OpenSearchRunner runner = new OpenSearchRunner();
    runner.setMaxHttpPort(-1); // ports are chosen by whoever starts it
    runner.onBuild(
        (number, settings) -> {
          settings.put("network.host", "127.0.0.1");
          settings.put("http.port", args[2]);
          settings.put("transport.port", args[3]);
          settings.put("node.name", name);
          settings.put("cluster.routing.allocation.disk.threshold_enabled", false);
          settings.put("cluster.max_shards_per_node", 5_000);
          if (all.size() > 1) { // alone, the runner sets what excludes these
            settings.put("discovery.type", "zen");
            settings.putList(
                "discovery.seed_hosts",
                all.stream().map(one -> "127.0.0.1:" + one.split("=")[1]).toList());
            settings.putList(
                "cluster.initial_cluster_manager_nodes",
                all.stream().map(one -> one.split("=")[0]).toList());
          }
        });
    runner.build(
        OpenSearchRunner.newConfigs()
            .basePath(folder.toString())
            .numOfNode(1)
            .clusterName("govsearch")
            .baseHttpPort(Integer.parseInt(args[2]) - 1)
            .disableESLogger()
            .pluginTypes("org.opensearch.plugin.analysis.smartcn.AnalysisSmartChinesePlugin"));
    System.out.println("READY");
    while (System.in.read() >= 0) {
      // until whoever started it is gone
    }
    runner.close();
    System.exit(0);
  }
}
