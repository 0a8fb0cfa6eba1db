package govsearch.model;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.LongBuffer;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * The few calls of ONNX Runtime that a model needs, made by name: the library with its native parts
 * is many times the size of this program, so it is no part of it. It stands beside the model, and
 * is loaded where there is one.
 */
final class OnnxRuntime implements AutoCloseable {

  private static final String ROOM = "ai.onnxruntime.";

  private final URLClassLoader loader;
  private final Object environment;
  private final Object session;
  private final Method createTensor;
  private final Method run;
  private final Set<String> inputs;

  /**
   * Loads a graph.
   *
   * @param library the runtime's jar
   * @param graph the model's file
   */
  OnnxRuntime(Path library, Path graph) throws IOException {
    loader =
        new URLClassLoader(
            new URL[] {library.toUri().toURL()}, ClassLoader.getPlatformClassLoader());
    Object begun = null;
    boolean ready = false;
    try {
      Class<?> environments = loader.loadClass(ROOM + "OrtEnvironment");
      environment = environments.getMethod("getEnvironment").invoke(null);
      Class<?> options = loader.loadClass(ROOM + "OrtSession$SessionOptions");
      try (AutoCloseable one = (AutoCloseable) options.getConstructor().newInstance()) {
        // Texts are short, and the machine is there for searches: one thread a text.
        options.getMethod("setIntraOpNumThreads", int.class).invoke(one, 1);
        options.getMethod("setInterOpNumThreads", int.class).invoke(one, 1);
        begun =
            environments
                .getMethod("createSession", String.class, options)
                .invoke(environment, graph.toString(), one);
      }
      session = begun;
      createTensor =
          loader
              .loadClass(ROOM + "OnnxTensor")
              .getMethod("createTensor", environments, LongBuffer.class, long[].class);
      run = session.getClass().getMethod("run", Map.class);
      inputs = names(session.getClass().getMethod("getInputNames").invoke(session));
      ready = true;
    } catch (Exception | LinkageError e) {
      throw new IOException(library.getFileName() + "：" + cause(e).getMessage(), cause(e));
    } finally {
      if (!ready) {
        if (begun != null) {
          close(begun);
        }
        loader.close();
      }
    }
  }

  /** The model gives nothing that is of use. */
  static final class FailedException extends IllegalStateException {
    private static final long serialVersionUID = 1;

    FailedException(String message, Throwable cause) {
      super(message, cause);
    }
  }

  private static Set<String> names(Object of) {
    return of instanceof Set<?> set
        ? Set.copyOf(set.stream().map(String::valueOf).toList())
        : Set.of();
  }

  /** What the graph gives of one text: a vector for each of its pieces. */
  float[][] run(long[] pieces) {
    long[] ones = new long[pieces.length];
    java.util.Arrays.fill(ones, 1);
    Map<String, Object> tensors = new LinkedHashMap<>();
    try {
      put(tensors, "input_ids", pieces);
      put(tensors, "attention_mask", ones);
      put(tensors, "token_type_ids", new long[pieces.length]);
      Object result = run.invoke(session, tensors);
      try (AutoCloseable closing = (AutoCloseable) result) {
        Object first = ((Iterable<?>) closing).iterator().next();
        Object value = ((Map.Entry<?, ?>) first).getValue();
        Class<?> values = loader.loadClass(ROOM + "OnnxValue");
        return ((float[][][]) values.getMethod("getValue").invoke(value))[0];
      }
    } catch (Exception e) {
      throw new FailedException(String.valueOf(cause(e).getMessage()), cause(e));
    } finally {
      tensors.values().forEach(OnnxRuntime::close);
    }
  }

  private void put(Map<String, Object> tensors, String name, long[] values)
      throws ReflectiveOperationException {
    if (inputs.contains(name)) {
      long[] shape = {1, values.length};
      tensors.put(name, createTensor.invoke(null, environment, LongBuffer.wrap(values), shape));
    }
  }

  private static void close(Object one) {
    try {
      ((AutoCloseable) one).close();
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  private static Throwable cause(Throwable thrown) {
    return thrown instanceof InvocationTargetException && thrown.getCause() != null
        ? thrown.getCause()
        : thrown;
  }

  @Override
  public void close() {
    close(session);
    try {
      loader.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
