package app.forecourt.sharing;

import app.forecourt.sharing.merge.ItemCopy;
import app.forecourt.sharing.merge.SharedDocument;
import app.forecourt.sharing.merge.SubmissionDocument;
import app.forecourt.sharing.server.ItemPush;
import app.forecourt.sharing.server.OpenClaim;
import app.forecourt.sharing.server.PushResult;
import app.forecourt.sharing.server.ServerFailure;
import app.forecourt.sharing.server.SharedItem;
import app.forecourt.sharing.server.SharedItem.Kind;
import app.forecourt.sharing.server.SharedServer;
import app.forecourt.sharing.server.SharedServerException;
import app.forecourt.sharing.server.StockChanges;
import app.forecourt.sharing.server.StockState;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.logging.Level;
import java.util.logging.Logger;

/** The exchange with the server: pulls what other desks have changed, and pushes what this desk has. */
final class ServerExchange {
    private static final Logger LOG = Logger.getLogger(ServerExchange.class.getName());
    private static final String STOCK = "stock";
    private static final String INCARNATION = "incarnation";
    private static final String PULLED = "pulled";
    /** Items in one pull. */
    private static final int PULL_LIMIT = 500;
    /** Items in one push, which is one transaction. */
    private static final int PUSH_LIMIT = 200;
    /** Rounds of push and merge, while other desks change the same items. */
    private static final int ROUNDS = 20;

    private final BaseStore store;
    private final StockExchange exchange;
    private final List<LocalItems> kinds;
    private final StockExchange.Author author;
    private final Runnable step;
    private final Consumer<Set<UUID>> onRemoteChange;

    /**
     * @param kinds the items of this desk in the order of the exchange: a submission needs its car
     * @param onRemoteChange receives the cars that other desks have changed
     */
    ServerExchange(BaseStore store, StockExchange exchange, List<LocalItems> kinds,
            StockExchange.Author author, Runnable step, Consumer<Set<UUID>> onRemoteChange) {
        this.store = store;
        this.exchange = exchange;
        this.kinds = List.copyOf(kinds);
        this.author = author;
        this.step = step;
        this.onRemoteChange = onRemoteChange;
    }

    /** Returns the stock that the desk has joined. */
    static Optional<UUID> stock(BaseStore store) throws SQLException {
        return store.setting(STOCK).map(UUID::fromString);
    }

    /** Notes the state of the stock. After a restored database, everything is compared again. */
    void begin(SharedServer server) throws SharedServerException, SQLException {
        StockState state = server.state();
        boolean isKnown = store.setting(STOCK).equals(Optional.of(state.id().toString()));
        boolean isSame = store.setting(INCARNATION).equals(Optional.of(state.incarnation()))
                && state.version() >= pulled();
        if (!isKnown || !isSame) {
            LOG.info("The stock is compared as at the first contact");
            // The order matters: after a kill in between, all this is done once more.
            store.set(PULLED, "0");
            store.forgetServer();
            store.set(STOCK, state.id().toString());
            store.set(INCARNATION, state.incarnation());
        }
    }

    private long pulled() throws SQLException {
        return Long.parseLong(store.setting(PULLED).orElse("0"));
    }

    /** Pulls and merges all that other desks have changed. */
    void pull(SharedServer server) throws SharedServerException, SQLException {
        boolean isComplete = false;
        while (!isComplete) {
            StockChanges changes = server.changesSince(pulled(), PULL_LIMIT);
            receive(server, changes.items());
            step.run();
            store.set(PULLED, Long.toString(changes.upTo()));
            isComplete = changes.isComplete();
        }
    }

    private void receive(SharedServer server, List<SharedItem> received)
            throws SharedServerException, SQLException {
        Set<UUID> cars = new LinkedHashSet<>();
        List<SharedItem> items = new ArrayList<>(received);
        items.addAll(missingCars(server, received));
        for (LocalItems kind : kinds) {
            List<SharedItem> ofKind = items.stream().filter(item -> item.kind() == kind.kind()).toList();
            if (ofKind.isEmpty()) {
                continue;
            }
            List<StoredCopy> merged = exchange.receive(kind, ofKind);
            merged.forEach(copy -> (kind.kind() == Kind.CAR ? Optional.of(copy.id())
                    : SubmissionItems.car(copy.copy().local())).ifPresent(cars::add));
            if (kind.kind() == Kind.SUBMISSION) {
                // A car that another desk has sent is no longer deleted.
                exchange.update(kinds.getFirst(), List.copyOf(cars));
            }
        }
        if (!cars.isEmpty()) {
            onRemoteChange.accept(cars);
        }
    }

    /** Returns the cars of submissions that come before their cars, because the car was changed later. */
    private List<SharedItem> missingCars(SharedServer server, List<SharedItem> items)
            throws SharedServerException, SQLException {
        Set<UUID> known = new HashSet<>(store.stamps(Kind.CAR).keySet());
        items.stream().filter(item -> item.kind() == Kind.CAR).forEach(item -> known.add(item.id()));
        List<SharedItem> missing = new ArrayList<>();
        for (SharedItem item : items) {
            Optional<UUID> car = item.kind() != Kind.SUBMISSION ? Optional.empty()
                    : SharedDocument.parse(item.document())
                            .flatMap(SubmissionItems::car);
            if (car.isPresent() && known.add(car.get())) {
                server.find(Kind.CAR, car.get()).ifPresent(missing::add);
            }
        }
        return missing;
    }

    /**
     * Pushes items that the server lacks.
     *
     * @return the items that the server refuses
     */
    Set<UUID> push(SharedServer server, LocalItems kind, List<UUID> ids)
            throws SharedServerException, SQLException {
        Set<UUID> refused = new HashSet<>();
        for (int begin = 0; begin < ids.size(); begin += PUSH_LIMIT) {
            pushUntilStored(server, kind, ids.subList(begin, Math.min(begin + PUSH_LIMIT, ids.size())),
                    server::push, refused);
        }
        return refused;
    }

    /** Pushes items in one transaction of the server. */
    private interface Sender {
        List<PushResult> send(List<ItemPush> items) throws SharedServerException;
    }

    private void pushUntilStored(SharedServer server, LocalItems kind, List<UUID> ids, Sender sender,
            Set<UUID> refused) throws SharedServerException, SQLException {
        List<UUID> left = ids;
        for (int round = 0; round < ROUNDS && !left.isEmpty(); round++) {
            left = pushOnce(server, kind, left, sender, refused);
        }
    }

    /** Pushes a submission that has ended and settles its claim, in one transaction. */
    void settle(SharedServer server, LocalItems submissions, UUID submission, UUID claim)
            throws SharedServerException, SQLException {
        pushUntilStored(server, submissions, List.of(submission),
                items -> List.of(server.settle(claim, items.getFirst())), new HashSet<>());
        // Does nothing unless the server had the outcome before.
        server.release(claim);
    }

    /**
     * Settles the claims of this desk whose submissions have ended, and releases those that will not be used. A claim
     * of a POST that the journal does not know stays for the user of another desk to decide, because the home may be a
     * restored copy.
     */
    void settleOpenClaims(SharedServer server, LocalItems submissions)
            throws SharedServerException, SQLException {
        for (OpenClaim claim : server.ownOpenClaims()) {
            SharedDocument document = store.find(Kind.SUBMISSION, claim.submission()).copy().local();
            boolean isKnown = !document.names().isEmpty();
            if (isKnown && !SubmissionDocument.isUnderWay(document)) {
                settle(server, submissions, claim.submission(), claim.id());
            } else if (!isKnown && !claim.isPosting()) {
                server.release(claim.id());
            }
        }
    }

    /** Returns the items that need another push. */
    private List<UUID> pushOnce(SharedServer server, LocalItems kind, List<UUID> ids, Sender sender,
            Set<UUID> refused)
            throws SharedServerException, SQLException {
        List<StoredCopy> departing = exchange.update(kind, ids).stream()
                .map(stored -> new StoredCopy(stored.id(),
                        stored.copy().departing(author.desk().toString(), UUID.randomUUID().toString()),
                        stored.stamp()))
                .toList();
        if (departing.isEmpty()) {
            return List.of();
        }
        step.run();
        // The push is stored before it leaves, because its answer may be lost.
        store.save(kind.kind(), departing);
        step.run();
        Map<UUID, PushResult> results = send(sender, kind, departing, refused);
        step.run();
        List<StoredCopy> stored = new ArrayList<>();
        List<SharedItem> outdated = new ArrayList<>();
        for (StoredCopy copy : departing) {
            switch (results.get(copy.id())) {
                case PushResult.Stored(long version) -> stored.add(
                        new StoredCopy(copy.id(), copy.copy().stored(version), copy.stamp()));
                case PushResult.Outdated(SharedItem current) -> outdated.add(current);
                case null -> {
                }
            }
        }
        store.save(kind.kind(), stored);
        receive(server, outdated);
        List<UUID> again = new ArrayList<>(outdated.stream().map(SharedItem::id).toList());
        stored.stream().filter(copy -> copy.copy().needsPush()).map(StoredCopy::id).forEach(again::add);
        return again;
    }

    /**
     * Pushes items in one transaction, or one by one if the server refuses one of them.
     *
     * @return the result of each item that the server did not refuse
     */
    private static Map<UUID, PushResult> send(Sender sender, LocalItems kind,
            List<StoredCopy> departing,
            Set<UUID> refused) throws SharedServerException {
        Map<UUID, PushResult> results = new HashMap<>();
        try {
            List<PushResult> together = sender
                    .send(departing.stream().map(copy -> push(kind, copy)).toList());
            for (int index = 0; index < departing.size(); index++) {
                results.put(departing.get(index).id(), together.get(index));
            }
        } catch (SharedServerException failure) {
            if (failure.failure() != ServerFailure.UNSTORABLE && failure.failure() != ServerFailure.REFUSED) {
                throw failure;
            }
            LOG.log(Level.WARNING, "The server refuses a document", failure);
            if (departing.size() == 1) {
                refused.add(departing.getFirst().id());
            } else {
                for (StoredCopy copy : departing) {
                    results.putAll(send(sender, kind, List.of(copy), refused));
                }
            }
        }
        return results;
    }

    private static ItemPush push(LocalItems kind, StoredCopy stored) {
        ItemCopy.Departure departure = stored.copy().departure().orElseThrow();
        return new ItemPush(kind.kind(), stored.id(), departure.document().toJson(), stored.copy().version(),
                kind.keys(departure.document()));
    }

    /** Compares everything and pushes what the server lacks. */
    void pushAll(SharedServer server) throws SharedServerException, SQLException {
        for (LocalItems kind : kinds) {
            push(server, kind, exchange.findChanged(kind));
        }
    }
}
