using FsCheck;
using FsCheck.Fluent;
using Microsoft.EntityFrameworkCore;
using ProjectCycle.Data;
using ProjectCycle.Domain.Deadlines;
using ProjectCycle.Domain.Mail;
using ProjectCycle.Domain.People;
using ProjectCycle.Domain.Reminders;
using ProjectCycle.Testing;
using ProjectCycle.Testing.Databases;

namespace ProjectCycle.Features.Tests.Reminders;

/// <summary>
/// Made-up histories through the real planner, ledger and sender: outages, double runs, two nodes at once, dates that move, work that
/// is done, leave, people who leave, and a mail server with moods.
/// </summary>
public sealed class ReminderHistoryTests
{
    private static readonly DateOnly FirstDay = new(2026, 12, 21); // over the turn of the year

    [Theory]
    [OnSqlite(100)]
    [OnPostgres(8)]
    public void Ledger_AfterAnyHistory_SaysOfEachStepWhatBecameOfIt(DatabaseProvider provider, int histories) => Play(provider, histories);

    /// <summary>One database for all of them: each begins with everything earlier called off.</summary>
    private static void Play(DatabaseProvider provider, int histories)
    {
        using var house = new Played(provider);
        Prop.ForAll(AnyHistory(), history => Played.Run(() => house.PlayAsync(history)))
            .Check(Config.QuickThrowOnFailure.WithMaxTest(histories));
    }

    private static Arbitrary<History> AnyHistory() => Arb.From(
        from repeat in Gen.Elements(Enum.GetValues<OverdueRepeat>())
        from managers in Gen.Elements<int?>(null, 0, 3)
        from head in Gen.Elements<int?>(null, 5)
        from urgent in Gen.Elements<int?>(null, 1)
        from quiet in Gen.Elements(true, false)
        from dues in Gen.Choose(-8, 30).NonEmptyListOf()
        from days in AnyDay().ArrayOf(6)
        select new History(repeat, managers, head, urgent, quiet, [.. dues.Take(4)], days));

    private static Gen<Day> AnyDay() =>
        from gap in Gen.Frequency((5, Gen.Constant(1)), (1, Gen.Constant(0)), (2, Gen.Choose(2, 9)))
        from nodes in Gen.Choose(0, 2)
        from change in Gen.Elements(Enum.GetValues<Change>())
        from fates in Gen.Elements(Enum.GetValues<Fate>()).ListOf()
        select new Day(gap, nodes, change, [.. fates]);

    private enum Change
    {
        None,
        MovedLater,
        Done,
        Reopened,
        OwnerLeaves,
        OwnerReturns,
        OwnerOnLeave,
    }

    /// <summary>A day, some days after the one before. Something changes between planning and sending.</summary>
    private sealed record Day(int Gap, int Nodes, Change Change, IReadOnlyList<Fate> Fates);

    private sealed record History(
        OverdueRepeat Repeat, int? ManagersAfter, int? HeadAfter, int? UrgentDays, bool SkipsDaysOff, IReadOnlyList<int> DueIn, IReadOnlyList<Day> Days);

    private sealed class Played : IDisposable
    {
        private readonly ReminderHouse _house;
        private DateOnly _today = FirstDay;
        private DateOnly _begunOn;

        public Played(DatabaseProvider provider)
        {
            _house = ReminderHouse.CreateAsync(provider).GetAwaiter().GetResult();
            Run(FurnishAsync);
        }

        public static bool Run(Func<Task> act)
        {
            act().GetAwaiter().GetResult();
            return true;
        }

        public void Dispose() => _house.DisposeAsync().AsTask().GetAwaiter().GetResult();

        private async Task FurnishAsync()
        {
            await _house.AddManagerAsync();
            await _house.AddManagerAsync();
            var head = Samples.User(roles: [Role.Manager], units: _house.Unit);
            await _house.Database.AddAsync(head, new ReminderPolicy { UnitId = _house.Unit.Id });
            await _house.ChangeAsync(async db => (await db.Units.SingleAsync()).HeadId = head.Id);
        }

        public async Task PlayAsync(History history)
        {
            await BeginAsync(history);
            foreach (var day in history.Days)
                await LiveAsync(day);
            await EndAsync();
            await CheckAsync();
        }

        private async Task BeginAsync(History history)
        {
            _house.Server.Fates.Clear();
            _begunOn = _today = _today.AddDays(1);
            await _house.ChangeAsync(async db =>
            {
                await db.OpenDeadlines.ForEachAsync(d => d.Cancel(FakeClock.Start));
                (await db.Users.SingleAsync(u => u.Id == _house.Owner.Id)).IsActive = true;
                db.RemoveRange(db.Leaves);
                var policy = await db.ReminderPolicies.SingleAsync();
                (policy.Repeat, policy.ManagersAfter, policy.HeadAfter) = (history.Repeat, history.ManagersAfter, history.HeadAfter);
                (policy.UrgentDays, policy.SkipsDaysOff) = (history.UrgentDays, history.SkipsDaysOff);
                db.AddRange(history.DueIn.Select(days => _house.Deadline(_today.AddDays(days))));
            });
        }

        private async Task LiveAsync(Day day)
        {
            _today = _today.AddDays(day.Gap);
            await Task.WhenAll(Enumerable.Range(0, day.Nodes).Select(_ => Task.Run(() => _house.PlanAsync(_today))));
            await MakeAsync(day.Change);
            day.Fates.ToList().ForEach(_house.Server.Fates.Enqueue);
            if (day.Nodes > 0)
                await _house.SendAsync();
        }

        private Task MakeAsync(Change change) => _house.ChangeAsync(async db =>
        {
            var owner = await db.Users.SingleAsync(u => u.Id == _house.Owner.Id);
            var deadline = await db.Deadlines.Where(d => d.CancelledAt == null).OrderBy(d => d.Id).FirstAsync();
            switch (change)
            {
                case Change.MovedLater:
                    deadline.DueOn = deadline.DueOn.AddDays(3);
                    break;
                case Change.Done:
                    deadline.MarkDone(_today, "");
                    break;
                case Change.Reopened:
                    deadline.Reopen();
                    break;
                case Change.OwnerLeaves or Change.OwnerReturns:
                    owner.IsActive = change == Change.OwnerReturns;
                    break;
                case Change.OwnerOnLeave when !await db.Leaves.AnyAsync():
                    var colleague = await db.Users.Where(u => u.Id != owner.Id).OrderBy(u => u.Id).FirstAsync();
                    db.Add(new Leave { UserId = owner.Id, DelegateId = colleague.Id, From = _today.AddDays(1), Until = _today.AddDays(5) });
                    break;
                default:
                    break;
            }
        });

        /// <summary>Quiet days at the end, a working one among them: the program is up, the server takes everything.</summary>
        private async Task EndAsync()
        {
            _house.Server.Fates.Clear();
            for (var day = 0; day < 4; day++)
            {
                _today = _today.AddDays(1);
                Assert.Empty((await _house.PlanAsync(_today)).Failures);
                await _house.SendAsync();
            }
            Assert.True((await _house.PlanAsync(_today)).IsEmpty);
        }

        private async Task CheckAsync()
        {
            await using var db = _house.Database.Open();
            var ledger = await db.ReminderDeliveries.AsNoTracking().Where(line => line.PlannedOn >= _begunOn).ToListAsync();
            var ids = ledger.Select(line => line.MailId).ToList();
            var mails = await db.Mails.AsNoTracking().Where(m => ids.Contains(m.Id)).ToDictionaryAsync(m => m.Id);
            var taken = _house.Server.Taken.ToHashSet();
            Assert.All(ledger, line => CheckLine(line, line.MailId is { } id ? mails[id] : null, taken));
            Assert.False(await db.Mails.AnyAsync(m => !db.ReminderDeliveries.Any(line => line.MailId == m.Id)), "A mail went out past the ledger.");
            foreach (var deadline in await db.OpenDeadlines.AsNoTracking().ToListAsync())
                CheckNewest(deadline, [.. ledger.Where(line => line.DeadlineId == deadline.Id && line.DueOn == deadline.DueOn)]);
        }

        private static void CheckLine(ReminderDelivery line, OutgoingMail? mail, HashSet<Guid> taken)
        {
            Assert.Equal(line.DueOn.AddDays(-line.Offset), line.OwedOn);
            Assert.True(line.OwedOn <= line.PlannedOn);
            var state = line.StateWith(mail?.State);
            Assert.Contains(state, new[] { MailState.Sent, MailState.Failed, MailState.Suppressed });
            if (state == MailState.Sent)
                Assert.Contains(line.MailId!.Value, taken);
            if (state == MailState.Suppressed)
                Assert.Contains(line.Suppressed ?? mail!.Answer, SuppressionReasons.All);
            if (state == MailState.Suppressed && mail is not null)
                Assert.DoesNotContain(mail.Id, taken);
            if (state == MailState.Failed)
                Assert.NotEqual("", mail!.MessageId);
        }

        /// <summary>Whoever else is told, the newest step that was reached is on record for somebody.</summary>
        private void CheckNewest(Deadline deadline, List<ReminderDelivery> lines)
        {
            var reached = deadline.OffsetDays.Where(step => deadline.DueOn.AddDays(-step) <= _today.AddDays(-4)).ToList();
            if (reached.Count > 0)
                Assert.Contains(lines, line => line.Offset <= reached.Min());
        }
    }
}
