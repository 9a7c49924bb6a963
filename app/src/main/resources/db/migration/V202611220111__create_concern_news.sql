-- What the reporter of a concern has been told has become of it: that it was opened, or that
-- somebody came back to them. It is written when it happens, if the concern may be known to them
-- then, and never taken back: a state that went away would say that something had changed.
create table concern_news (
    concern varchar(36) not null references concern (case_id),
    school varchar(36) not null references school (id),
    news varchar(10) not null check (news in ('opened', 'answered')),
    told_at bigint not null,
    primary key (concern, news)
);
