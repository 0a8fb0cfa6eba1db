package govsearch.ingest.places;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPInputStream;

/** The national divisions that are part of the program; read when something first asks for them. */
final class BuiltInDivisions {

  private static final String RESOURCE = "divisions.txt.gz";
  private static final int COUNTY_LEVEL = 2;

  private BuiltInDivisions() {}

  /** Read once, by the first who asks; a server that only searches never does. */
  private static final class Once {
    static final Divisions ALL = read();
  }

  static Divisions get() {
    return Once.ALL;
  }

  private static Divisions read() {
    try (InputStream in = BuiltInDivisions.class.getResourceAsStream(RESOURCE)) {
      if (in == null) {
        throw new IllegalStateException("missing resource " + RESOURCE);
      }
      return read(
          new BufferedReader(
              new InputStreamReader(new GZIPInputStream(in), StandardCharsets.UTF_8)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The format is described where it is made: src/tools/make_divisions.py. */
  private static Divisions read(BufferedReader lines) throws IOException {
    Divisions divisions = new Divisions("built-in 2023-06-30");
    Region province = Region.NONE;
    Region city = Region.NONE;
    Region county = Region.NONE;
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      if (line.startsWith("#")) {
        continue; // says where the names come from
      }
      int level = 0;
      while (line.charAt(level) == '\t') {
        level++;
      }
      String name = line.substring(level);
      if (level == 0) {
        province = divisions.province(name);
      } else if (level == 1) {
        city = divisions.city(province, name);
      } else if (level == COUNTY_LEVEL) {
        county = divisions.county(city, name);
      } else {
        for (String town : name.split(" ")) {
          divisions.town(county, town);
        }
      }
    }
    return divisions;
  }
}
