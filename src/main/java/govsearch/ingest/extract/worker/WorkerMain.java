package govsearch.ingest.extract.worker;

import govsearch.ingest.extract.FileType;
import govsearch.ingest.extract.Frames;
import govsearch.ingest.extract.RejectedFileException;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.File;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Set;

/** The worker process: reads one file after another until its input ends. */
public final class WorkerMain implements Archive.Members {

  private static final int LATE = 4;
  private static final Duration GRACE = Duration.ofSeconds(10);
  private static final Set<String> LOCAL_PROTOCOLS = Set.of("file", "jar", "jrt");

  private final DataInputStream in;
  private final DataOutputStream out;
  private final Lifetime lifetime;

  private WorkerMain(DataInputStream in, DataOutputStream out, Lifetime lifetime) {
    this.in = in;
    this.out = out;
    this.lifetime = lifetime;
  }

  /**
   * Serves requests.
   *
   * @param args how many seconds a request may take, lest an orphan runs on for ever
   */
  public static void main(String[] args) throws IOException {
    DataInputStream in =
        new DataInputStream(new BufferedInputStream(new FileInputStream(FileDescriptor.in)));
    DataOutputStream out =
        new DataOutputStream(new BufferedOutputStream(new FileOutputStream(FileDescriptor.out)));
    // What a library prints must not come between the frames.
    System.setOut(new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8));
    refuseNetwork();
    Lifetime lifetime = new Lifetime(Duration.ofSeconds(Long.parseLong(args[0])).plus(GRACE));
    new WorkerMain(in, out, lifetime).serve();
  }

  /** A parser that is talked into fetching something meets an error before any socket. */
  @SuppressWarnings(
      "deprecation") // nothing replaces them: later Java only warns against using them
  private static void refuseNetwork() throws IOException {
    URL.setURLStreamHandlerFactory(
        protocol -> LOCAL_PROTOCOLS.contains(protocol) ? null : new NoNetwork());
    Socket.setSocketImplFactory(NoNetwork::socket);
    ServerSocket.setSocketFactory(NoNetwork::socket);
  }

  private void serve() throws IOException {
    while (true) {
      byte request;
      try {
        request = in.readByte();
      } catch (EOFException e) {
        return;
      }
      lifetime.begin(LATE);
      switch (request) {
        case Frames.EXTRACT -> extract();
        case Frames.UNPACK -> unpack();
        default -> throw new IOException("unknown request " + request);
      }
      out.flush();
      lifetime.end();
    }
  }

  private void extract() throws IOException {
    FileType type = FileType.valueOf(Frames.readText(in));
    boolean ocr = in.readBoolean();
    byte[] bytes = Frames.readBytes(in);
    Output output = new Output();
    try {
      Readers.of(type, ocr).read(bytes, output);
      output.refuseIfEmpty();
    } catch (RejectedFileException e) {
      reject(e.reason());
      return;
    } catch (StackOverflowError e) {
      reject("嵌套过深，无法读取（可能是损坏或恶意的文件）");
      return;
    } catch (IOException | RuntimeException e) {
      reject("文件已损坏，或不是真正的 " + type.label() + " 文件（" + Output.cause(e) + "）");
      return;
    }
    out.writeByte(Frames.TEXT);
    Frames.write(out, output.text());
    out.writeInt(output.remarks().size());
    for (String remark : output.remarks()) {
      Frames.write(out, remark);
    }
  }

  private void unpack() throws IOException {
    File archive = new File(Frames.readText(in));
    try {
      new Archive(this).unpack(archive);
      out.writeByte(Frames.END);
    } catch (RejectedFileException e) {
      reject(e.reason());
    } catch (IOException | RuntimeException e) {
      reject("压缩包已损坏，或不是真正的 zip（" + Output.cause(e) + "）");
    }
  }

  @Override
  public void member(String name, byte[] bytes) throws IOException {
    out.writeByte(Frames.MEMBER);
    Frames.write(out, name);
    Frames.write(out, bytes, bytes.length);
  }

  @Override
  public void refused(String name, String reason) throws IOException {
    out.writeByte(Frames.REFUSED);
    Frames.write(out, name);
    Frames.write(out, reason);
  }

  private void reject(String reason) throws IOException {
    out.writeByte(Frames.REJECTED);
    Frames.write(out, reason);
  }
}
