package io.dovetail.bindings.overview;

/** The SQL that both overviews are made of. */
final class PeopleQuery {
    private PeopleQuery() {}

    /**
     * Every user of one company (first parameter) who is not deactivated, with their binding and last refusal.
     *
     * <p>Only identities of the connection's source count, and while it is off those of the verified draft. Before
     * either is there, those of any source do.
     */
    static final String PEOPLE = """
            select u.user_id, u.email, u.first_name, u.last_name, u.role, b.id as binding_id, b.saml_id, b.bound_at,
                case when lower(b.provider_email) <> lower(u.email) then b.provider_email end as provider_email,
                case when b.id is not null then 'BOUND' when r.reason is not null then 'FAILED'
                    when l.expires_at <= now() then 'EXPIRED' else 'PENDING' end as status,
                case when b.id is null then r.reason end as reason,
                case when b.id is null then l.issued_at end as link_issued_at,
                case when b.id is null then l.expires_at end as link_expires_at
            from user_copy u
            left join lateral (
                select case when state = 'OFF' and ready_source is not null then ready_source else source end as source
                from connection_copy where company_id = u.company_id) c on true
            left join binding_link l on l.user_id = u.user_id and l.used_at is null and l.ended_at is null
            left join lateral (
                select id, saml_id, bound_at, provider_email from binding
                where user_id = u.user_id and company_id = u.company_id and state = 'BOUND'
                    and (c.source is null or source = c.source)
                order by bound_at desc limit 1) b on true
            left join lateral (
                select reason from refusal
                where user_id = u.user_id and company_id = u.company_id
                    and (l.issued_at is null or refused_at > l.issued_at)
                order by refused_at desc limit 1) r on true
            where u.company_id = ? and u.status <> 'DEACTIVATED'
            """;
}
