package fr.syaga.facturation.export.export;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;

import fr.syaga.facturation.edge.Page;
import fr.syaga.facturation.edge.Rejection;
import fr.syaga.facturation.export.document.Format;

/** All exports. */
@ApplicationScoped
public class Exports implements PanacheRepositoryBase<Export, UUID> {

    Export get(UUID id) {
        return findByIdOptional(id).orElseThrow(() -> Rejection.notFound("export", id));
    }

    /** The export of this set in this format that is done or under way. */
    Optional<Export> of(UUID selectionId, Format format) {
        return find(
                        "selectionId = ?1 and format = ?2 and status <> FAILED order by createdAt desc",
                        selectionId,
                        format)
                .firstResultOptional();
    }

    /** The latest first, after the place that a cursor stands for. */
    List<Export> latest(String cursor, int most) {
        return Page.keyOf(cursor, Place::parse)
                .map(after -> find(
                        "createdAt < ?1 or (createdAt = ?1 and id < ?2) order by createdAt desc, id desc",
                        after.createdAt(),
                        after.id()))
                .orElseGet(() -> find("order by createdAt desc, id desc"))
                .page(0, most)
                .list();
    }

    /** Where an export stands in the list. */
    private record Place(Instant createdAt, UUID id) {

        static Place parse(String key) {
            String[] parts = key.split(" ", 2);
            return new Place(Instant.parse(parts[0]), UUID.fromString(parts[1]));
        }
    }

    void progress(UUID id, int percent) {
        update("progress = ?1 where id = ?2", percent, id);
    }
}
