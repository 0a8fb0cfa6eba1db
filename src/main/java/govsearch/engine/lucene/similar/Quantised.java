package govsearch.engine.lucene.similar;

/** A vector with each number in a byte. */
@SuppressWarnings("ArrayRecordComponent") // never changed; a copy each would cost more than it
record Quantised(float scale, byte[] bytes) {

  static Quantised of(float[] vector) {
    float most = 0;
    for (float value : vector) {
      most = Math.max(most, Math.abs(value));
    }
    float scale = most == 0 ? 1 : most / Byte.MAX_VALUE;
    byte[] bytes = new byte[vector.length];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = (byte) Math.round(vector[i] / scale);
    }
    return new Quantised(scale, bytes);
  }

  /** The vector again, nearly. */
  float[] vector() {
    float[] vector = new float[bytes.length];
    for (int i = 0; i < vector.length; i++) {
      vector[i] = scale * bytes[i];
    }
    return vector;
  }
}
