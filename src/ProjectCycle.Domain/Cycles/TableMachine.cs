namespace ProjectCycle.Domain.Cycles;

/// <summary>The product's own engine: a table of transitions by state and trigger.</summary>
/// <param name="read">Yields the current state from its owner.</param>
/// <param name="write">Hands a new state to its owner; called once for each transition.</param>
public sealed class TableMachine<TTrigger>(Func<string> read, Action<string> write) : IStateMachine<TTrigger>
    where TTrigger : notnull
{
    private readonly Dictionary<string, Row> _rows = [];
    private Action<Transition<TTrigger>> _told = _ => { };

    public string State => read();

    public IReadOnlyList<TTrigger> Triggers => [.. Lineage(State).SelectMany(row => row.Ways.Keys).Distinct()];

    public IReadOnlyList<TTrigger> PermittedTriggers => [.. Triggers.Where(t => CanFire(t, out _))];

    public IStateConfiguration<TTrigger> Configure(string state)
    {
        if (!_rows.TryGetValue(state, out var row))
            _rows[state] = row = new Row(this, state);
        return row;
    }

    public bool CanFire(TTrigger trigger, out IReadOnlyList<string>? unmet)
    {
        unmet = Find(trigger)?.Unmet();
        return unmet is { Count: 0 };
    }

    public void Fire(TTrigger trigger)
    {
        var from = State;
        var way = Find(trigger) ?? throw new InvalidOperationException($"{trigger} does not exist in {from}.");
        if (way.Unmet() is { Count: > 0 } unmet)
            throw new InvalidOperationException($"{trigger} is refused in {from}: {string.Join(", ", unmet)}.");
        write(way.To);
        _told(new Transition<TTrigger>(from, way.To, trigger));
    }

    public void OnTransitioned(Action<Transition<TTrigger>> told) => _told += told;

    public bool IsInState(string code) => Lineage(State).Any(row => row.State == code);

    private Way? Find(TTrigger trigger) =>
        Lineage(State).Select(row => row.Ways.GetValueOrDefault(trigger)).FirstOrDefault(way => way is not null);

    private IEnumerable<Row> Lineage(string? state)
    {
        while (state is not null && _rows.TryGetValue(state, out var row))
        {
            yield return row;
            state = row.Parent;
        }
    }

    private sealed record Way(string To, IReadOnlyList<Guard> Guards)
    {
        public IReadOnlyList<string> Unmet() => [.. Guards.Where(guard => !guard.Holds()).Select(guard => guard.Code)];
    }

    private sealed class Row(TableMachine<TTrigger> machine, string state) : IStateConfiguration<TTrigger>
    {
        public string State => state;
        public string? Parent { get; private set; }
        public Dictionary<TTrigger, Way> Ways { get; } = [];

        public IStateConfiguration<TTrigger> SubstateOf(string parent)
        {
            machine.Configure(parent);
            if (machine.Lineage(parent).Any(row => row.State == state))
                throw new ArgumentException($"{state} would be its own group.", nameof(parent));
            Parent = parent;
            return this;
        }

        public IStateConfiguration<TTrigger> PermitIf(TTrigger trigger, string to, params IEnumerable<Guard> guards)
        {
            Ways.Add(trigger, new Way(to, [.. guards]));
            return this;
        }
    }
}
