package govsearch.http;

import govsearch.engine.SearchEngine;
import govsearch.library.LibraryReader;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.util.Optional;

/** An engine that does what a test says, and knows its state as every engine does: at once. */
final class FakeEngine {

  private FakeEngine() {}

  /**
   * @param ports what every other port answers
   * @return a {@link LibraryReader} as well
   */
  static SearchEngine of(InvocationHandler ports) {
    return (SearchEngine)
        Proxy.newProxyInstance(
            FakeEngine.class.getClassLoader(),
            new Class<?>[] {SearchEngine.class, LibraryReader.class},
            (proxy, method, args) ->
                switch (method.getName()) {
                  case "edition" -> Optional.empty();
                  case "state" -> 0L;
                  default -> ports.invoke(proxy, method, args);
                });
  }
}
