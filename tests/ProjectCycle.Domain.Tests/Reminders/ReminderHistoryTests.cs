using FsCheck;
using FsCheck.Fluent;
using ProjectCycle.Domain.Deadlines;
using ProjectCycle.Domain.Reminders;

namespace ProjectCycle.Domain.Tests.Reminders;

/// <summary>
/// Thousands of made-up histories of one deadline: outages, restarts, double runs, two nodes at once, dates that move, people who leave,
/// leave, days off, the turn of the year, all zones. Whatever happens, the ledger says of each step what became of it, once.
/// </summary>
public sealed class ReminderHistoryTests
{
    private const int Histories = 2000;

    private static readonly DateOnly FirstDay = new(2026, 11, 20);

    [Fact]
    public void Ledger_AfterAnyHistory_HoldsEachStepOnceAndNoneEarly() =>
        Prop.ForAll(AnyHistory(), history =>
        {
            var office = Played(history);
            return office.Doubles == 0 && office.Ledger.All(line => line.Value.PlannedOn >= line.Key.DueOn.AddDays(-line.Key.Step));
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(Histories));

    [Fact]
    public void Ledger_AfterAnyHistory_HasTheNewestReachedStepOfEverybodyToBeTold() =>
        Prop.ForAll(AnyHistory(), history =>
        {
            var office = Played(history);
            var last = office.RunOnAWorkingDay();
            return office.Addressees().All(person => !person.Steps.Any(step => office.Due.AddDays(-step) <= last)
                || office.Ledger.Keys.Any(key => key.DueOn == office.Due && key.Person == person.PersonId
                    && key.Step <= person.Steps.First(step => office.Due.AddDays(-step) <= last)));
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(Histories));

    [Fact]
    public void Ledger_WhereThePeopleStayed_HasEveryReachedStepSentOrCollapsed() =>
        Prop.ForAll(AnyHistory(), history =>
        {
            var office = Played(history with { Days = [.. history.Days.Select(day => day with { Change = day.Change is Change.Leaves or Change.Returns or Change.Joins ? Change.None : day.Change })] });
            var last = office.RunOnAWorkingDay();
            return office.Addressees().All(person => person.Steps.Where(step => office.Due.AddDays(-step) <= last)
                .All(step => office.Ledger.ContainsKey((office.Due, step, person.PersonId))));
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(Histories));

    [Fact]
    public void Ledger_OfEachRun_SendsAPersonOneStepAndTellsOfTheOthersAsCollapsed() =>
        Prop.ForAll(AnyHistory(), history => Played(history).Ledger
            .GroupBy(line => (line.Key.DueOn, line.Key.Person, line.Value.Run))
            .All(run => run.Count(line => !line.Value.IsCollapsed) == 1
                && run.Where(line => line.Value.IsCollapsed).All(line => line.Key.Step > run.Single(sent => !sent.Value.IsCollapsed).Key.Step)))
            .Check(Config.QuickThrowOnFailure.WithMaxTest(Histories));

    [Fact]
    public void Ledger_WhenDaysOffAreQuiet_HasOnlyUrgentLinesOnThem() =>
        Prop.ForAll(AnyHistory(), history =>
        {
            var office = Played(history with { SkipsDaysOff = true });
            return office.Ledger.All(line => office.Calendar.IsWorkingDay(line.Value.PlannedOn)
                || line.Key.DueOn.DayNumber - line.Value.PlannedOn.DayNumber <= history.UrgentDays);
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(Histories));

    [Fact]
    public void Ledger_DuringLeave_NamesTheDelegateAndOtherwiseNobody() =>
        Prop.ForAll(AnyHistory(), history =>
        {
            var office = Played(history);
            return office.Ledger.All(line => line.Value.IsCovered == (line.Key.Person == Office.Responsible && office.Leaves.Exists(leave => leave.Covers(line.Value.PlannedOn))));
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(Histories));

    private static Office Played(History history)
    {
        var office = new Office(history);
        foreach (var day in history.Days)
            office.Live(day);
        return office;
    }

    private static Arbitrary<History> AnyHistory() => Arb.From(
        from zone in Gen.Elements(Enum.GetValues<IndonesianZone>())
        from own in Gen.Choose(-40, 60).ListOf()
        from offsets in Gen.OneOf(Gen.Constant((string?)null), Gen.Elements<string?>("90,30,14,7,1,0", "30,3", "0"))
        from repeat in Gen.Elements(Enum.GetValues<OverdueRepeat>())
        from audience in Gen.Elements("Responsible", "Responsible,Finance", "Owner,Responsible", "Finance,Reviewer,Head", "Manager,Responsible")
        from managers in Gen.Elements<int?>(null, 0, 3, 10)
        from head in Gen.Elements<int?>(null, 10, 20)
        from urgent in Gen.Elements<int?>(null, 0, 3)
        from quiet in Gen.Elements(true, false)
        from dueIn in Gen.Choose(-20, 100)
        from days in AnyDay().NonEmptyListOf()
        select new History(zone, string.Join(',', own), offsets, repeat, audience, managers, head, urgent, quiet, dueIn, [.. days]));

    private static Gen<Day> AnyDay() =>
        from gap in Gen.Frequency((6, Gen.Constant(1)), (2, Gen.Choose(0, 3)), (1, Gen.Choose(4, 40)))
        from runs in Gen.Choose(0, 3)
        from hour in Gen.Choose(0, 23)
        from nodes in Gen.Choose(1, 2)
        from change in Gen.Frequency((6, Gen.Constant(Change.None)), (4, Gen.Elements(Enum.GetValues<Change>())))
        select new Day(gap, runs, hour, nodes, change);

    private enum Change
    {
        None,
        MovedLater,
        MovedEarlier,
        Leaves,
        Returns,
        Joins,
        GoesOnLeave,
    }

    /// <summary>A day of the history, some days after the one before; with no run the program was down.</summary>
    private sealed record Day(int Gap, int Runs, int Hour, int Nodes, Change Change);

    private sealed record History(
        IndonesianZone Zone, string Own, string? Offsets, OverdueRepeat Repeat, string Audience, int? ManagersAfter, int? HeadAfter,
        int? UrgentDays, bool SkipsDaysOff, int DueIn, IReadOnlyList<Day> Days);

    private sealed record Line(DateOnly PlannedOn, int Run, bool IsCollapsed, bool IsCovered);

    /// <summary>One deadline with its people, policy and ledger, and the nodes that plan.</summary>
    private sealed class Office
    {
        public static readonly Guid Responsible = Guid.NewGuid();
        private static readonly Guid Owner = Guid.NewGuid();
        private static readonly Guid Manager = Guid.NewGuid();
        private static readonly Guid Newcomer = Guid.NewGuid();
        private static readonly Guid Head = Guid.NewGuid();

        private readonly History _history;
        private readonly ReminderPolicy _policy;
        private readonly ReminderLadder _ladder = new();
        private readonly List<Guid> _managers = [Manager];
        private readonly Dictionary<(DateOnly, Guid), int> _newest = [];
        private DateTime _now;
        private bool _isThere = true;
        private int _run;

        public Office(History history)
        {
            _history = history;
            _policy = new ReminderPolicy
            {
                Offsets = history.Offsets,
                Repeat = history.Repeat,
                Audience = history.Audience,
                ManagersAfter = history.ManagersAfter,
                HeadAfter = history.HeadAfter,
                UrgentDays = history.UrgentDays,
                SkipsDaysOff = history.SkipsDaysOff,
            };
            _now = FirstDay.ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc);
            Due = FirstDay.AddDays(history.DueIn);
        }

        public Dictionary<(DateOnly DueOn, int Step, Guid Person), Line> Ledger { get; } = [];

        /// <summary>Lines that the key had to keep out although one node only was at work.</summary>
        public int Doubles { get; private set; }

        public DateOnly Due { get; private set; }

        public List<Leave> Leaves { get; } = [];

        public WorkingCalendar Calendar { get; } = new(new HashSet<DateOnly> { new(2026, 12, 24), new(2026, 12, 25), new(2027, 1, 1) });

        public IReadOnlyList<Addressee> Addressees() =>
            [.. _ladder.Of(_policy, _history.Own, Holders, person => person != Responsible || _isThere)];

        public void Live(Day day)
        {
            _now = _now.Date.AddDays(day.Gap).AddHours(day.Hour);
            Make(day.Change);
            for (var run = 0; run < day.Runs; run++)
                Run(day.Nodes);
        }

        /// <summary>One undisturbed run at noon of the next working day.</summary>
        public DateOnly RunOnAWorkingDay()
        {
            var day = Calendar.Apply(Roll.Next, DateOnly.FromDateTime(_now).AddDays(2));
            _now = day.ToDateTime(new TimeOnly(5, 0), DateTimeKind.Utc); // noon in Jakarta
            Run(nodes: 1);
            return day;
        }

        private void Make(Change change)
        {
            if (change == Change.MovedLater)
                Due = Due.AddDays(9);
            if (change == Change.MovedEarlier)
                Due = Due.AddDays(-4);
            if (change is Change.Leaves or Change.Returns)
                _isThere = change == Change.Returns;
            if (change == Change.Joins && !_managers.Contains(Newcomer))
                _managers.Add(Newcomer);
            var today = DateOnly.FromDateTime(_now);
            if (change == Change.GoesOnLeave)
                Leaves.Add(new Leave { UserId = Responsible, DelegateId = Owner, From = today.AddDays(2), Until = today.AddDays(12) });
        }

        private IEnumerable<Guid> Holders(ReminderRole role) => role switch
        {
            ReminderRole.Responsible => [Responsible],
            ReminderRole.Owner => [Owner],
            ReminderRole.Manager => _managers,
            ReminderRole.Head => [Head],
            ReminderRole.Finance => [Manager], // one person in two roles
            _ => [],
        };

        /// <summary>All nodes look before any of them writes; the key lets each line through once and who lost looks again.</summary>
        private void Run(int nodes)
        {
            _run++;
            var asOf = Mornings.Last(_history.Zone, _now);
            var plans = Enumerable.Range(0, nodes).Select(_ => Owed(asOf)).ToList();
            foreach (var plan in plans)
            {
                foreach (var (person, owed) in plan.Any(p => Ledger.ContainsKey((Due, p.Owed.Offset, p.Person))) && nodes > 1 ? Owed(asOf) : plan)
                    Write(person, owed, asOf);
            }
        }

        private List<(Guid Person, OwedReminder Owed)> Owed(DateOnly asOf)
        {
            if (_policy.Waits(Due.DayNumber - asOf.DayNumber, Calendar.IsWorkingDay(asOf)))
                return [];
            return [.. Addressees()
                .Select(person => (person.PersonId, Owed: ReminderSteps.Owed(Due, person.Steps, asOf, Newest(person.PersonId))))
                .Where(x => x.Owed is not null).Select(x => (x.PersonId, x.Owed!))];
        }

        private int? Newest(Guid person) => _newest.TryGetValue((Due, person), out var step) ? step : null;

        private void Write(Guid person, OwedReminder owed, DateOnly asOf)
        {
            var isCovered = person == Responsible && Leaves.Exists(leave => leave.Covers(asOf));
            _newest[(Due, person)] = owed.Offset;
            foreach (var step in owed.Collapsed.Append(owed.Offset))
                Doubles += Ledger.TryAdd((Due, step, person), new Line(asOf, _run, step != owed.Offset, isCovered)) ? 0 : 1;
        }
    }
}
