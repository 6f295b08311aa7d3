-- A person may bill another quantity than was measured; what was measured stays beside it with the reason.
alter table invoice_line
    add column measured_quantity numeric(14, 4),
    add column quantity_reason text,
    add constraint invoice_line_measured_differs check (measured_quantity is null or measured_quantity <> quantity),
    add constraint invoice_line_reason_goes_with_measured check (quantity_reason is null or measured_quantity is not null);
