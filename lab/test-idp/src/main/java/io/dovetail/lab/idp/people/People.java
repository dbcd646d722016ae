package io.dovetail.lab.idp.people;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Everybody whom the provider knows, in the order in which they came. */
public final class People {

    private final Map<String, Person> byUsername = new LinkedHashMap<>();

    /** A handful of invented people. */
    public static People invented() {
        People people = new People();
        people.put(new Person("nora", "Nora", "Berg", "nora.berg@example.org"));
        people.put(new Person("tomas", "Tomás", "Vega", "tomas.vega@example.org"));
        people.put(new Person("mei", "Mei", "Lin", "mei.lin@example.org"));
        people.put(new Person("samir", "Samir", "Haddad", "samir.haddad@example.com"));
        people.put(new Person("zoe", "Zoë", "O'Brien <Ångström> & Co", "zoe.obrien@example.com"));
        people.put(new Person("demo", "Demo", "Person", "demo@example.com"));
        return people;
    }

    /** Adds a person, or replaces the one of that username. */
    public synchronized void put(Person person) {
        byUsername.put(person.username(), person);
    }

    public synchronized Optional<Person> find(String username) {
        return Optional.ofNullable(byUsername.get(username));
    }

    public synchronized List<Person> all() {
        return new ArrayList<>(byUsername.values());
    }
}
