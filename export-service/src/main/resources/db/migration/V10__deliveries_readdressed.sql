-- Where a mail would have gone before the customer's address was corrected; null when it was not.
alter table delivery add column address_changed_from text;
