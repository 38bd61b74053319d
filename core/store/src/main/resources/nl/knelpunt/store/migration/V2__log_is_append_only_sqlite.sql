create trigger processing_log_no_update before update on processing_log
begin
    select raise(abort, 'the processing log is append-only');
end;

create trigger processing_log_no_delete before delete on processing_log
begin
    select raise(abort, 'the processing log is append-only');
end;
