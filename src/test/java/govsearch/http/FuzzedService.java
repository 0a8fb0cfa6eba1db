package govsearch.http;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import tools.jackson.databind.JsonNode;

/** Sends fuzzed requests to a service that may be changed, and keeps what is wrong with answers. */
final class FuzzedService {

  private static final String TOKEN = "a-token-for-this-test";
  private static final long SEED = 20_261_127;
  private static final int CLIENTS = 4;

  /** What only a request that hangs would take, however busy the machine. */
  private static final long LONGEST_SECONDS = 60;

  private static final int SHOWN = 20;

  private FuzzedService() {}

  /**
   * What came of it.
   *
   * @param faults none where all is well
   * @param answers how many there were of each status; 0 for none that was answered
   * @param slowest milliseconds
   */
  record Outcome(List<String> faults, TreeMap<Integer, Integer> answers, long slowest) {}

  /** Sends requests of the numbers from 0 on, several at once. */
  static Outcome ask(int requests) throws Exception {
    Outcome outcome = new Outcome(new ArrayList<>(), new TreeMap<>(), 0);
    AtomicLong slowest = new AtomicLong();
    AtomicLong next = new AtomicLong();
    try (RunningServer server = RunningServer.changeable(TOKEN);
        ExecutorService clients = Executors.newFixedThreadPool(CLIENTS)) {
      ApiDescription api = ApiDescription.servedBy(server);
      RequestFuzz fuzz = new RequestFuzz(api, SEED, TOKEN, ids(server));
      Callable<Void> client =
          () -> {
            for (long i = next.getAndIncrement(); i < requests; i = next.getAndIncrement()) {
              send(server.port(), i, fuzz.request(i), outcome, slowest);
            }
            return null;
          };
      List<Future<Void>> running = new ArrayList<>();
      for (int i = 0; i < CLIENTS; i++) {
        running.add(clients.submit(client));
      }
      for (Future<Void> one : running) {
        one.get();
      }
      if (server.get("/health/live").statusCode() != 200
          || server.search("q", "普法").at("/total/value").intValue() == 0) {
        outcome.faults().add("the service does not answer any more");
      }
    }
    return new Outcome(outcome.faults(), outcome.answers(), slowest.get());
  }

  private static List<String> ids(RunningServer server) {
    List<String> ids = new ArrayList<>();
    for (JsonNode hit : server.search("q", "普法").get("hits").values()) {
      String report = hit.get("reportId").asString();
      ids.add(report);
      ids.add(report + "." + hit.get("paragraphId").asString());
    }
    return ids;
  }

  private static void send(
      int port, long number, byte[] request, Outcome outcome, AtomicLong slowest) {
    long start = System.nanoTime();
    int status = 0;
    String fault = "";
    try (Socket socket = new Socket()) {
      // Each from an address of its own, as far as they go: limits of one address are not meant.
      int host = (int) (number % 60_000);
      socket.bind(
          new InetSocketAddress(
              InetAddress.getByAddress(
                  new byte[] {127, 1, (byte) (host / 250), (byte) (1 + host % 250)}),
              0));
      socket.connect(
          new InetSocketAddress(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), port));
      socket.setSoTimeout((int) TimeUnit.SECONDS.toMillis(LONGEST_SECONDS));
      status = exchange(socket, request);
    } catch (IOException e) {
      fault = e.toString();
    }
    long millis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
    slowest.accumulateAndGet(millis, Math::max);
    if (status >= 500 && status != 503) {
      fault = "status " + status;
    } else if (millis > TimeUnit.SECONDS.toMillis(LONGEST_SECONDS)) {
      fault = millis + " ms";
    }
    synchronized (outcome) {
      outcome.answers().merge(status, 1, Integer::sum);
      if (!fault.isEmpty() && outcome.faults().size() < SHOWN) {
        String shown = new String(request, StandardCharsets.ISO_8859_1);
        outcome
            .faults()
            .add(number + ": " + fault + " ← " + shown.substring(0, Math.min(300, shown.length())));
      }
    }
  }

  /** The status of the answer; 0 if the connection was ended without one. */
  private static int exchange(Socket socket, byte[] request) throws IOException {
    ByteArrayOutputStream answer = new ByteArrayOutputStream();
    try {
      socket.getOutputStream().write(request);
      socket.shutdownOutput();
      socket.getInputStream().transferTo(answer);
    } catch (SocketException e) {
      // Ended by the other side before all was sent or read, which it does to what is no request;
      // what came until then is the answer.
    }
    return status(answer.toString(StandardCharsets.ISO_8859_1));
  }

  private static int status(String answer) {
    String last = answer;
    while (last.startsWith("HTTP/1.1 100")) {
      last = last.substring(last.indexOf("\r\n\r\n") + 4);
    }
    return last.startsWith("HTTP/1.") ? Integer.parseInt(last.substring(9, 12)) : 0;
  }
}
