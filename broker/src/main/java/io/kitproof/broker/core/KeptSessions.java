package io.kitproof.broker.core;

import io.kitproof.broker.store.Table;
import io.moquette.broker.ISessionsRepository;
import io.moquette.persistence.MemorySessionsRepository;
import io.netty.handler.codec.mqtt.MqttVersion;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;

/**
 * The sessions that outlive their connections: how long, and until when if the client is away.
 * Wills are the gateway's affair and are not kept.
 */
final class KeptSessions implements ISessionsRepository {

  private static final MqttVersion VERSION = MqttVersion.MQTT_5;

  private final ISessionsRepository wills = new MemorySessionsRepository();
  private final Table table;
  private final Clock clock;

  KeptSessions(Table table, Clock clock) {
    this.table = table;
    this.clock = clock;
  }

  boolean has(String client) {
    return table.get(client) != null;
  }

  /** A client whose connection ended with the process has its time from now on. */
  @Override
  public Collection<SessionData> list() {
    List<SessionData> sessions = new ArrayList<>();
    for (Map.Entry<String, byte[]> entry : table.after("")) {
      SessionData session = session(entry.getKey(), entry.getValue());
      sessions.add(session.expireAt().isPresent() ? session : session.withExpirationComputed());
    }
    return sessions;
  }

  private SessionData session(String client, byte[] bytes) {
    return Bytes.read(
        bytes,
        in -> {
          int seconds = in.readInt();
          Instant until = Bytes.instant(in);
          return until.equals(Instant.MAX)
              ? new SessionData(client, VERSION, seconds, clock)
              : new SessionData(client, until, VERSION, seconds, clock);
        });
  }

  @Override
  public void saveSession(SessionData session) {
    if (session.expiryInterval() == 0) {
      table.remove(session.clientId());
      return;
    }
    table.put(
        session.clientId(),
        Bytes.of(
            out -> {
              out.writeInt(session.expiryInterval());
              Bytes.instant(out, session.expireAt().orElse(Instant.MAX));
            }));
  }

  @Override
  public void delete(SessionData session) {
    table.remove(session.clientId());
  }

  @Override
  public void listSessionsWill(BiConsumer<String, Will> visitor) {
    wills.listSessionsWill(visitor);
  }

  @Override
  public void saveWill(String client, Will will) {
    wills.saveWill(client, will);
  }

  @Override
  public void deleteWill(String client) {
    wills.deleteWill(client);
  }
}
