package io.dovetail.bindings.overview;

/** The SQL that both overviews are made of. */
final class PeopleQuery {
    private PeopleQuery() {}

    /**
     * Every user of one company (first parameter) who is not deactivated, with their binding and last refusal.
     *
     * <p>Only identities of the connection's source count. Before single sign-on was first on there is none, and then
     * those of any source do: they can only come from the draft that is being prepared.
     */
    static final String PEOPLE = """
            select u.user_id, u.email, u.first_name, u.last_name, u.role, b.id as binding_id, b.saml_id, b.bound_at,
                case when b.id is not null then 'BOUND' when r.reason is not null then 'FAILED' else 'PENDING' end
                    as status,
                case when b.id is null then r.reason end as reason
            from user_copy u
            left join connection_copy c on c.company_id = u.company_id
            left join lateral (
                select id, saml_id, bound_at from binding
                where user_id = u.user_id and company_id = u.company_id and state = 'BOUND'
                    and (c.source is null or source = c.source)
                order by bound_at desc limit 1) b on true
            left join lateral (
                select reason from refusal
                where user_id = u.user_id and company_id = u.company_id
                order by refused_at desc limit 1) r on true
            where u.company_id = ? and u.status <> 'DEACTIVATED'
            """;
}
