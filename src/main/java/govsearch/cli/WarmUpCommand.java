package govsearch.cli;

import govsearch.engine.lucene.LuceneEngine;
import govsearch.files.TemporaryFolder;
import govsearch.http.Server;
import govsearch.http.ServerSettings;
import govsearch.library.SourceStore;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/**
 * {@code warm-up}: runs once through what a start and a first search load, on a throw-away index,
 * so that the launcher can archive the classes.
 */
@Command(name = "warm-up", hidden = true, description = "预热（由启动脚本调用）")
final class WarmUpCommand implements Callable<Integer> {

  private static final List<String> QUERIES = List.of("“法律明白人”", "网格员 流动", "经费 section:问题", "");

  private final Commands.Places places;

  WarmUpCommand(Commands.Places places) {
    this.places = places;
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    PrintStream nowhere =
        new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
    try (TemporaryFolder folder = TemporaryFolder.create("cli")) {
      Path index = folder.path();
      Indexing.print(Indexing.rebuild(index, List.of(places.samples()), nowhere), nowhere);
      try (LuceneEngine engine = LuceneEngine.open(index, places.searchTimeLimit());
          Server server =
              new Server(
                      engine,
                      engine,
                      new SourceStore(index),
                      new ServerSettings("127.0.0.1", 0, places.web(), null))
                  .start();
          HttpClient client = HttpClient.newHttpClient()) {
        URI base = URI.create("http://127.0.0.1:" + server.port());
        for (String query : QUERIES) {
          String q = URLEncoder.encode(query, StandardCharsets.UTF_8);
          get(client, base.resolve("/api/v1/search?q=" + q));
        }
        get(client, base.resolve("/"));
      }
    }
    return Commands.OK;
  }

  private static void get(HttpClient client, URI uri) throws IOException, InterruptedException {
    client.send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.ofByteArray());
  }
}
