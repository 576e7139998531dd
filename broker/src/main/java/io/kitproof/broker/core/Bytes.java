package io.kitproof.broker.core;

import io.netty.handler.codec.mqtt.MqttProperties;
import io.netty.handler.codec.mqtt.MqttProperties.BinaryProperty;
import io.netty.handler.codec.mqtt.MqttProperties.IntegerProperty;
import io.netty.handler.codec.mqtt.MqttProperties.MqttProperty;
import io.netty.handler.codec.mqtt.MqttProperties.StringPair;
import io.netty.handler.codec.mqtt.MqttProperties.StringProperty;
import io.netty.handler.codec.mqtt.MqttProperties.UserProperties;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;

/** How the core's records are written: the format of a {@link DataOutputStream}. */
final class Bytes {

  private static final char STRING = 's';
  private static final char NUMBER = 'i';
  private static final char DATA = 'b';
  private static final char PAIRS = 'p';

  private Bytes() {}

  /** Writes a record. */
  interface Writing {
    void to(DataOutputStream out) throws IOException;
  }

  /** Reads a record. */
  interface Reading<T> {
    T from(DataInputStream in) throws IOException;
  }

  static byte[] of(Writing record) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(128);
    try {
      record.to(new DataOutputStream(bytes));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  static <T> T read(byte[] bytes, Reading<T> record) {
    try {
      return record.from(new DataInputStream(new ByteArrayInputStream(bytes)));
    } catch (IOException e) {
      throw new UncheckedIOException("A record of the message broker can't be read.", e);
    }
  }

  static void data(DataOutputStream out, byte[] data) throws IOException {
    out.writeInt(data.length);
    out.write(data);
  }

  static byte[] data(DataInputStream in) throws IOException {
    return in.readNBytes(in.readInt());
  }

  /** {@link Instant#MAX} stands for never. */
  static void instant(DataOutputStream out, Instant instant) throws IOException {
    out.writeLong(instant.equals(Instant.MAX) ? Long.MAX_VALUE : instant.toEpochMilli());
  }

  static Instant instant(DataInputStream in) throws IOException {
    long millis = in.readLong();
    return millis == Long.MAX_VALUE ? Instant.MAX : Instant.ofEpochMilli(millis);
  }

  static void properties(DataOutputStream out, MqttProperty<?>[] properties) throws IOException {
    out.writeInt(properties.length);
    for (MqttProperty<?> property : properties) {
      property(out, property.propertyId(), property.value());
    }
  }

  private static void property(DataOutputStream out, int id, Object value) throws IOException {
    out.writeShort(id);
    if (value instanceof String text) {
      out.writeChar(STRING);
      out.writeUTF(text);
    } else if (value instanceof Integer number) {
      out.writeChar(NUMBER);
      out.writeInt(number);
    } else if (value instanceof byte[] data) {
      out.writeChar(DATA);
      data(out, data);
    } else if (value instanceof List<?> pairs) {
      out.writeChar(PAIRS);
      pairs(out, pairs);
    } else if (value instanceof StringPair pair) {
      out.writeChar(PAIRS);
      pairs(out, List.of(pair));
    } else {
      throw new IOException("An MQTT property of an unknown kind: " + value);
    }
  }

  private static void pairs(DataOutputStream out, List<?> pairs) throws IOException {
    out.writeInt(pairs.size());
    for (Object each : pairs) {
      StringPair pair = (StringPair) each;
      out.writeUTF(pair.key);
      out.writeUTF(pair.value);
    }
  }

  static MqttProperty<?>[] properties(DataInputStream in) throws IOException {
    MqttProperty<?>[] properties = new MqttProperty<?>[in.readInt()];
    for (int i = 0; i < properties.length; i++) {
      properties[i] = property(in, in.readUnsignedShort());
    }
    return properties;
  }

  private static MqttProperty<?> property(DataInputStream in, int id) throws IOException {
    char kind = in.readChar();
    return switch (kind) {
      case STRING -> new StringProperty(id, in.readUTF());
      case NUMBER -> new IntegerProperty(id, in.readInt());
      case DATA -> new BinaryProperty(id, data(in));
      case PAIRS -> pairs(in);
      default -> throw new IOException("An MQTT property of an unknown kind: " + kind);
    };
  }

  private static UserProperties pairs(DataInputStream in) throws IOException {
    UserProperties pairs = new UserProperties();
    for (int left = in.readInt(); left > 0; left--) {
      pairs.add(in.readUTF(), in.readUTF());
    }
    return pairs;
  }

  static MqttProperty<?>[] all(MqttProperties properties) {
    return properties.listAll().toArray(new MqttProperty<?>[0]);
  }
}
