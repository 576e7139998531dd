package io.kitproof.broker.gateway;

import io.kitproof.broker.core.BrokerCore;
import io.kitproof.broker.store.Store;
import java.util.concurrent.atomic.AtomicLong;

/**
 * What all connections of a gateway share.
 *
 * @param changes how often certificates, policies or attachments have changed: what was decided
 *     before the last time counts no more
 */
record House(
    Principals principals,
    Admission admission,
    Rules rules,
    Services services,
    Script script,
    BrokerCore core,
    Clients clients,
    Wills wills,
    Presence presence,
    Store store,
    AtomicLong changes) {

  static House of(Principals principals, Script script, BrokerCore core, Store store) {
    Services services = new Services();
    Clients clients = new Clients();
    return new House(
        principals,
        new Admission(principals),
        new Rules(services),
        services,
        script,
        core,
        clients,
        new Wills(core::publish, clients),
        new Presence(core::publish),
        store,
        new AtomicLong());
  }
}
