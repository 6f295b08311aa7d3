-- Why a draft's item was released, as a field: it was a text in "problem", and the reference of the next draft counted that text.
-- The states stay as they are, because a replica of the release before must still be able to read them.
alter table billing_item add column release_reason text
    constraint a_release_has_a_known_reason check (release_reason in ('DROPPED', 'CANCELLED', 'REFUSED'));

update billing_item
   set release_reason = case problem when 'dropped' then 'DROPPED' when 'cancelled' then 'CANCELLED' else 'REFUSED' end
 where state = 'RELEASED';

alter table billing_item add constraint only_a_released_item_has_a_reason
    check (release_reason is null or state = 'RELEASED');
