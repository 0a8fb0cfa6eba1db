package govsearch.evaluate;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/**
 * Many clients who ask what costs most, one thing after the other, and one who asks something else
 * meanwhile, of each kind one. Who is told to come back does, sooner than he was told.
 */
final class Crowd {

  private static final long BETWEEN_QUESTIONS_MILLIS = 50;
  private static final long COMES_BACK_MILLIS = 200;

  /** Longer than anything may take here: what hangs is a fault as well. */
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final HttpClient client;
  private final long end;

  private Crowd(HttpClient client, Duration length) {
    this.client = client;
    this.end = System.nanoTime() + length.toNanos();
  }

  /**
   * Asks for some time.
   *
   * @param nasty what the many ask
   * @param others what is asked beside them, by what it is
   * @return what was answered: under the others' names, and of the many under an empty one
   */
  static Map<String, CrowdAnswers> ask(
      HttpClient client,
      int clients,
      Duration length,
      List<URI> nasty,
      Map<String, List<URI>> others)
      throws InterruptedException {
    Crowd crowd = new Crowd(client, length);
    Map<String, CrowdAnswers> answers = new LinkedHashMap<>();
    CrowdAnswers ofMany = new CrowdAnswers();
    answers.put("", ofMany);
    try (ExecutorService threads = Executors.newFixedThreadPool(clients + others.size())) {
      List<Future<?>> running = new ArrayList<>();
      for (int i = 0; i < clients; i++) {
        int first = i;
        running.add(threads.submit(() -> crowd.ask(nasty, first, 0, ofMany)));
      }
      others.forEach(
          (name, asked) -> {
            CrowdAnswers of = new CrowdAnswers();
            answers.put(name, of);
            running.add(threads.submit(() -> crowd.ask(asked, 0, BETWEEN_QUESTIONS_MILLIS, of)));
          });
      for (Future<?> one : running) {
        one.get();
      }
    } catch (ExecutionException e) {
      throw new IllegalStateException("a client gave up", e.getCause());
    }
    return answers;
  }

  private Void ask(List<URI> things, int first, long pauseMillis, CrowdAnswers answers)
      throws InterruptedException {
    for (int i = first; System.nanoTime() < end; i++) {
      boolean isRefused = ask(things.get(i % things.size()), answers);
      TimeUnit.MILLISECONDS.sleep(isRefused ? COMES_BACK_MILLIS : pauseMillis);
    }
    return null;
  }

  /** Whether it was told to come back. */
  private boolean ask(URI one, CrowdAnswers answers) throws InterruptedException {
    long start = System.nanoTime();
    try {
      HttpResponse<byte[]> response =
          client.send(
              HttpRequest.newBuilder(one).timeout(PATIENCE).build(),
              HttpResponse.BodyHandlers.ofByteArray());
      boolean isToComeBack = response.headers().firstValue("Retry-After").isPresent();
      answers.add(response.statusCode(), isToComeBack, System.nanoTime() - start);
      return response.statusCode() == CrowdAnswers.BUSY;
    } catch (IOException e) {
      answers.addFault(one + ": " + e);
      return false;
    }
  }
}
