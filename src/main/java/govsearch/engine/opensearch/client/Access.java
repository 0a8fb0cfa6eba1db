package govsearch.engine.opensearch.client;

import govsearch.engine.UnusableIndexException;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.jspecify.annotations.Nullable;

/**
 * Where a cluster is, and by what it lets us in.
 *
 * @param nodes any of its nodes' addresses; each may answer
 * @param authorization as HTTP's header has it; null for none
 * @param tls whom to trust; null for whom Java trusts
 */
public record Access(List<URI> nodes, @Nullable String authorization, @Nullable SSLContext tls) {
  public Access {
    nodes = List.copyOf(nodes);
  }

  /**
   * Reads addresses as they are given on a command line.
   *
   * @param addresses one or several, commas between them
   * @throws UnusableIndexException if one is none of a server
   */
  public static Access to(String addresses) {
    List<URI> nodes = new ArrayList<>();
    for (String address : addresses.split(",", -1)) {
      String typed = address.strip();
      try {
        URI uri = URI.create(typed.endsWith("/") ? typed.substring(0, typed.length() - 1) : typed);
        boolean web = "http".equals(uri.getScheme()) || "https".equals(uri.getScheme());
        if (!web || uri.getHost() == null || uri.getUserInfo() != null) {
          throw new IllegalArgumentException(typed);
        }
        nodes.add(uri);
      } catch (IllegalArgumentException e) {
        throw new UnusableIndexException(
            "OpenSearch 的地址应如 https://主机名:9200，多个以逗号分开（用户名和口令另给）：" + typed, e);
      }
    }
    return new Access(nodes, null, null);
  }

  /** The same for a user with a password. */
  public Access withPassword(String user, String password) {
    byte[] both = (user + ":" + password).getBytes(StandardCharsets.UTF_8);
    return new Access(nodes, "Basic " + Base64.getEncoder().encodeToString(both), tls);
  }

  /** The same for whoever has a token. */
  public Access withToken(String token) {
    return new Access(nodes, "Bearer " + token, tls);
  }

  /**
   * The same, trusting only those who are vouched for by the authorities of a file.
   *
   * @param pem one or several certificates
   * @throws UnusableIndexException if it has none
   */
  public Access trusting(Path pem) {
    try (InputStream in = Files.newInputStream(pem)) {
      KeyStore trusted = KeyStore.getInstance(KeyStore.getDefaultType());
      trusted.load(null, null);
      int count = 0;
      for (Certificate one : CertificateFactory.getInstance("X.509").generateCertificates(in)) {
        trusted.setCertificateEntry("ca" + count++, one);
      }
      if (count == 0) {
        throw new IOException("no certificate");
      }
      TrustManagerFactory managers =
          TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
      managers.init(trusted);
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(null, managers.getTrustManagers(), null);
      return new Access(nodes, authorization, context);
    } catch (IOException | GeneralSecurityException e) {
      throw new UnusableIndexException("读不出证书文件 " + pem + "：应是 PEM 格式的 CA 证书", e);
    }
  }

  /** Without what must not be told. */
  @Override
  public String toString() {
    return nodes.toString();
  }
}
