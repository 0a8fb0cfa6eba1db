package govsearch.engine.opensearch.client;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/** Vouches for a node on this machine, by certificates that Java's own tool makes. */
final class Authority {
  private static final String PASSWORD = "changeit";

  private final Path folder;

  /** A new one, whose files are put into a folder. */
  Authority(Path folder) throws IOException {
    this.folder = Files.createDirectories(folder);
    keytool(
        "-genkeypair", "-alias", "ca", "-keyalg", "EC", "-dname", "CN=CA", "-ext", "bc:c=ca:true");
    keytool("-exportcert", "-rfc", "-alias", "ca", "-file", pem().toString());
    keytool("-genkeypair", "-alias", "node", "-keyalg", "EC", "-dname", "CN=node");
    keytool("-certreq", "-alias", "node", "-file", file("node.csr"));
    keytool(
        "-gencert",
        "-alias",
        "ca",
        "-infile",
        file("node.csr"),
        "-outfile",
        file("node.pem"),
        "-rfc",
        "-ext",
        "san=ip:127.0.0.1");
    keytool("-importcert", "-noprompt", "-alias", "node", "-file", file("node.pem"));
  }

  private String file(String name) {
    return folder.resolve(name).toString();
  }

  private void keytool(String... arguments) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
    command.addAll(List.of(arguments));
    command.addAll(List.of("-keystore", file("keys.p12"), "-storepass", PASSWORD));
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes(), UTF_8);
    try {
      if (process.waitFor() != 0) {
        throw new IOException(said);
      }
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** By which others trust whom it vouches for. */
  Path pem() {
    return folder.resolve("ca.pem");
  }

  /** What a node that it vouches for serves with. */
  SSLContext node() throws IOException, GeneralSecurityException {
    KeyStore keys = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(folder.resolve("keys.p12"))) {
      keys.load(in, PASSWORD.toCharArray());
    }
    keys.deleteEntry("ca");
    KeyManagerFactory managers =
        KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    managers.init(keys, PASSWORD.toCharArray());
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(managers.getKeyManagers(), null, null);
    return context;
  }
}
