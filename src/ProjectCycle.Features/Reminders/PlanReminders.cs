using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using ProjectCycle.Data;
using ProjectCycle.Data.People;
using ProjectCycle.Domain.Deadlines;
using ProjectCycle.Domain.Language;
using ProjectCycle.Domain.Notices;
using ProjectCycle.Domain.People;
using ProjectCycle.Domain.Reminders;
using ProjectCycle.Features.Cycles;
using ProjectCycle.Features.Deadlines;
using ProjectCycle.Features.Mail;

namespace ProjectCycle.Features.Reminders;

/// <summary>
/// Finds every reminder owed in a zone up to a day and writes it: the lines of the ledger, one mail per person (one more for what is
/// urgent) and the message that sends it, in one transaction per person. Safe to run at any time, any number of times and on several
/// nodes at once: the ledger's key lets each step through once.
/// </summary>
public sealed class PlanReminders(
    IServiceScopeFactory scopes, Postbox postbox, MailOptions options, TemplateCatalog templates, TimeProvider clock, ILogger<PlanReminders> logger)
{
    /// <summary>Lines of one mail. More are counted in it, and the list it links to has them all.</summary>
    public const int MostLines = 1000;

    private const int BatchSize = 500;
    private const int MostTries = 3;

    /// <summary>Plans for the units of <paramref name="zone"/> as of <paramref name="asOf"/>; a dry run only tells what it would do.</summary>
    public Task<ReminderSummary> RunAsync(IndonesianZone zone, DateOnly asOf, bool dryRun, CancellationToken cancellation) =>
        PlanAsync(units => units.Where(u => u.Zone == zone), asOf, dryRun, cancellation);

    /// <summary>What a run for these units would do; nothing is written. Callers have checked who may know.</summary>
    /// <param name="unitIds">The units; null for all.</param>
    internal Task<ReminderSummary> PreviewAsync(IReadOnlyCollection<Guid>? unitIds, DateOnly asOf, CancellationToken cancellation) =>
        PlanAsync(units => unitIds is null ? units : units.Where(u => unitIds.Contains(u.Id)), asOf, dryRun: true, cancellation);

    private async Task<ReminderSummary> PlanAsync(
        Func<IQueryable<Unit>, IQueryable<Unit>> which, DateOnly asOf, bool dryRun, CancellationToken cancellation)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<AppDbContext>();
        await templates.RefreshAsync(cancellation); // a node that serves no pages learns of new versions here
        var run = new Run(
            asOf,
            dryRun,
            await ReminderAudience.LoadAsync(db, clock, asOf, cancellation),
            await UnitCalendars.LoadAsync(db, asOf, cancellation),
            new Totals(asOf));
        var units = await which(db.Units.AsNoTracking()).Select(u => u.Id).ToListAsync(cancellation);
        foreach (var batch in Batches(await OwedReminders.FindAsync(db, run.Audience, units, asOf, cancellation)))
        {
            var rows = await OwedRows.LoadAsync(db, batch.SelectMany(one => one.Value), cancellation);
            foreach (var (receiver, deadlines) in batch)
                await PlanForAsync(receiver, deadlines, rows, run, cancellation);
        }
        return run.Totals.ToSummary();
    }

    /// <summary>People whose deadlines are read together: two queries for each person were a third of a morning.</summary>
    private static IEnumerable<List<KeyValuePair<User, List<OwedDeadline>>>> Batches(Dictionary<User, List<OwedDeadline>> owed)
    {
        var (batch, size) = (new List<KeyValuePair<User, List<OwedDeadline>>>(), 0);
        foreach (var one in owed)
        {
            batch.Add(one);
            if ((size += one.Value.Count) < BatchSize)
                continue;
            yield return batch;
            (batch, size) = ([], 0);
        }
        if (batch.Count > 0)
            yield return batch;
    }

    /// <summary>One person's trouble keeps nobody else from being reminded.</summary>
    private async Task PlanForAsync(User receiver, List<OwedDeadline> deadlines, OwedRows rows, Run run, CancellationToken cancellation)
    {
        try
        {
            for (var attempt = 1; ; attempt++)
            {
                await using var scope = scopes.CreateAsyncScope();
                var db = scope.ServiceProvider.GetRequiredService<AppDbContext>();
                try
                {
                    await WriteAsync(db, receiver, deadlines, attempt == 1 ? rows : await OwedRows.LoadAsync(db, deadlines, cancellation), run, cancellation);
                    return;
                }
                catch (DbUpdateException e) when (e.IsUniqueViolation() && attempt < MostTries)
                {
                    // Another node was quicker: look again at what is still owed.
                }
            }
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            logger.LogError(e, "Reminders for user {UserId} could not be planned", receiver.Id);
            run.Totals.Failures.Add($"{receiver.DisplayName}: {e.GetBaseException().Message}");
        }
    }

    private async Task WriteAsync(AppDbContext db, User receiver, List<OwedDeadline> deadlines, OwedRows rows, Run run, CancellationToken cancellation)
    {
        var steps = Steps(deadlines, rows, receiver, run);
        var due = steps.Where(s => s.HeldUntil is null).ToList();
        var mails = due.Where(s => s.Suppressed is null).GroupBy(s => s.IsUrgent).ToList();
        if (!run.IsDry && due.Count > 0)
        {
            var mailIds = mails.ToDictionary(m => m.Key, m => postbox.Post(db, receiver, Digest(receiver, [.. m], m.Key, run.AsOf), Morning([.. m], run.AsOf)).Id);
            db.AddRange(due.SelectMany(step => Deliveries(step, receiver, step.Suppressed is null ? mailIds[step.IsUrgent] : null, run.AsOf)));
            if (due.Where(s => s.IsForBell).ToList() is { Count: > 0 } rung)
                postbox.Ring(db, receiver, Morning(rung, run.AsOf));
            await db.SaveChangesAsync(cancellation);
        }
        run.Totals.Add(due, mails.Count);
        if (run.IsDry)
            run.Totals.List(steps, receiver);
    }

    /// <summary>What is owed by the rows as they were read, earliest due first.</summary>
    private static List<OwedStep> Steps(List<OwedDeadline> deadlines, OwedRows rows, User receiver, Run run)
    {
        var steps = new List<OwedStep>();
        foreach (var (id, addressee) in deadlines)
        {
            if (rows.Find(id) is { } line && ReminderSteps.Owed(line.DueOn, addressee.Steps, run.AsOf, rows.Newest(line, addressee.PersonId)) is { } owed)
                steps.Add(Step(line, addressee, owed, receiver, run));
        }
        return [.. steps.OrderBy(s => s.Line.DueOn).ThenBy(s => s.Line.ProjectCode, StringComparer.Ordinal).ThenBy(s => s.Line.Id)];
    }

    private static OwedStep Step(OwedLine line, Addressee addressee, OwedReminder owed, User receiver, Run run)
    {
        var daysLeft = line.DueOn.DayNumber - run.AsOf.DayNumber;
        var calendar = run.Calendars.Of(line.UnitId);
        var waits = addressee.Policy.Waits(daysLeft, calendar.IsWorkingDay(run.AsOf));
        return new OwedStep(line, addressee, run.Audience.Person(addressee.PersonId), owed)
        {
            IsUrgent = addressee.Policy.IsUrgent(daysLeft),
            HeldUntil = waits ? calendar.Apply(Roll.Next, run.AsOf) : null,
            Suppressed = run.Audience.SuppressionOf(receiver, line.ProjectState, line.UnitId, line.AgreementId),
        };
    }

    /// <summary>The step itself, by mail or by the bell alone, and, as collapsed, the older ones it stands for.</summary>
    private static IEnumerable<ReminderDelivery> Deliveries(OwedStep step, User receiver, Guid? mailId, DateOnly asOf)
    {
        yield return Delivery(step.Owed.Offset, mailId, step.Suppressed);
        if (step.IsForBell)
            yield return Delivery(step.Owed.Offset, null, null, ReminderChannel.Bell);
        foreach (var offset in step.Owed.Collapsed)
            yield return Delivery(offset, null, SuppressionReasons.Collapsed);

        ReminderDelivery Delivery(int offset, Guid? mail, string? suppressed, ReminderChannel channel = ReminderChannel.Mail) => new()
        {
            DeadlineId = step.Line.Id,
            DueOn = step.Line.DueOn,
            Offset = offset,
            RecipientId = step.Person.Id,
            DelegateId = receiver.Id == step.Person.Id ? null : receiver.Id,
            Channel = channel,
            Role = step.Addressee.RoleAt(offset),
            PolicyId = step.Addressee.Policy.IsDefault ? null : step.Addressee.Policy.Id,
            OwedOn = step.Line.DueOn.AddDays(-offset),
            PlannedOn = asOf,
            MailId = mail,
            Suppressed = suppressed,
        };
    }

    /// <summary>A deadline that is owed to the person and, for somebody on leave, once more stands in it once.</summary>
    private ReminderDigest Digest(User receiver, List<OwedStep> steps, bool isUrgent, DateOnly asOf)
    {
        var language = Languages.OrDefault(receiver.Language);
        var deadlines = steps.GroupBy(step => step.Line.Id).ToList();
        var items = deadlines.Take(MostLines).Select(same => Item(same.First(), For(same, receiver), language, asOf));
        return new ReminderDigest(receiver.DisplayName, MailComposer.Date(asOf, language), isUrgent, [.. items], deadlines.Count, options.Link(DeadlineLinks.Mine));
    }

    private DigestItem Item(OwedStep step, string onBehalfOf, string language, DateOnly asOf) => new(
        step.Line.ProjectCode,
        step.Line.ProjectName.In(language),
        templates.StateName(step.Line.TemplateId, step.Line.TemplateVersion, step.Line.StageCode).In(language),
        step.Line.Title.In(language),
        MailComposer.Date(step.Line.DueOn, language),
        IsOverdue: step.Line.DueOn < asOf,
        Days: Math.Abs(step.Line.DueOn.DayNumber - asOf.DayNumber),
        onBehalfOf,
        options.Link(DeadlineLinks.OfProject(step.Line.ProjectCode)));

    /// <summary>The people on leave for whom it is told; empty when it is the receiver's own too.</summary>
    private static string For(IEnumerable<OwedStep> same, User receiver) =>
        same.Any(step => step.Person.Id == receiver.Id) ? "" : string.Join(", ", same.Select(step => step.Person.DisplayName));

    private static Notice Morning(IReadOnlyList<OwedStep> steps, DateOnly asOf) => new()
    {
        Kind = NoticeKind.Reminders,
        Count = steps.Count,
        Late = steps.Count(step => step.Line.DueOn < asOf),
        Path = DeadlineLinks.Mine,
    };

    private sealed record Run(DateOnly AsOf, bool IsDry, ReminderAudience Audience, UnitCalendars Calendars, Totals Totals);

    private sealed record OwedStep(OwedLine Line, Addressee Addressee, User Person, OwedReminder Owed)
    {
        public required bool IsUrgent { get; init; }
        public required DateOnly? HeldUntil { get; init; }
        public required string? Suppressed { get; init; }

        /// <summary>Whoever has no address is told by the bell alone; with a mail the bell says the same and needs no line of its own.</summary>
        public bool IsForBell => Suppressed == SuppressionReasons.NoAddress;
    }

    private sealed class Totals(DateOnly asOf)
    {
        private readonly List<PlannedReminder> _planned = [];
        private int _mails;
        private int _reminders;
        private int _suppressed;
        private int _collapsed;

        public List<string> Failures { get; } = [];

        public void Add(List<OwedStep> steps, int mails)
        {
            _mails += mails;
            _reminders += steps.Count(s => s.Suppressed is null);
            _suppressed += steps.Count(s => s.Suppressed is not null);
            _collapsed += steps.Sum(s => s.Owed.Collapsed.Count);
        }

        public void List(List<OwedStep> steps, User receiver) => _planned.AddRange(steps.Select(s => new PlannedReminder(
            receiver.DisplayName,
            receiver.Email ?? "",
            s.Person.Id == receiver.Id ? null : s.Person.DisplayName,
            s.Addressee.RoleAt(s.Owed.Offset),
            s.Addressee.Policy,
            s.Line.ProjectCode,
            s.Line.Title,
            s.Line.DueOn,
            s.Owed.Offset,
            s.Owed.Collapsed,
            s.IsUrgent,
            s.HeldUntil,
            s.Suppressed)));

        public ReminderSummary ToSummary() => new(asOf, _mails, _reminders, _suppressed, _collapsed, _planned, Failures);
    }
}
