package govsearch.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/**
 * A hundred thousand hostile requests to all routes of a service. Takes some minutes and runs only
 * by name, {@code ./govsearch test -Dtest=ApiFuzz}; {@link FuzzApiTest} sends the first of them.
 */
class ApiFuzz {

  private static final int REQUESTS = Integer.getInteger("govsearch.fuzz.requests", 100_000);

  @Test
  void whateverIsSentToWhicheverRouteIsNoFaultOfTheService() throws Exception {
    FuzzedService.Outcome outcome = FuzzedService.ask(REQUESTS);
    System.out.println("answers by status: " + outcome.answers());
    System.out.println("slowest: " + outcome.slowest() + " ms");

    assertThat(outcome.faults()).isEmpty();
  }
}
