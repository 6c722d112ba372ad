using System.Globalization;
using ProjectCycle.Domain;
using ProjectCycle.Domain.Cycles;
using ProjectCycle.Domain.Deadlines;
using ProjectCycle.Domain.Documents;
using ProjectCycle.Domain.Money;
using ProjectCycle.Domain.Obstacles;
using ProjectCycle.Domain.People;
using ProjectCycle.Domain.Projects;
using ProjectCycle.Domain.Work;

namespace ProjectCycle.Features.Demo;

/// <summary>Makes the benchmark's projects one after the other, each with everything that hangs on it.</summary>
internal sealed class BenchmarkProjects(BenchmarkWorld world, IReadOnlyList<CycleTemplate> templates, Random random, DateOnly today)
{
    /// <summary>Deadlines of each project; <see cref="OpenEach"/> of them are open while it runs.</summary>
    public const int DeadlinesEach = 20;

    private const int OpenEach = 5;

    private readonly ILookup<Guid, Guid> _peopleOf = world.People
        .Where(person => person.Units.Count == 1)
        .ToLookup(person => person.Units[0].UnitId, person => person.Id);

    private readonly Dictionary<string, GateFacts> _everything = templates.ToDictionary(template => template.Id, template => Everything(template, today));

    /// <summary>The rows of project <paramref name="number"/>, counted from 0.</summary>
    public IReadOnlyList<object> Make(int number)
    {
        var unit = world.Units[number % world.Units.Count];
        var template = templates[random.Next(templates.Count)];
        var people = _peopleOf[unit.Id].ToList();
        var depth = Depth(template.Stages.Count);
        var entered = Entered(depth);
        var project = Project.Register(Details(number, unit, people, depth, entered[0]), template, template.Start, entered[0], Instant(entered[0]));
        var moves = Moves(project, template, people[0], entered);
        List<object> rows = [project, .. moves, .. Obstacles(project, moves, number, entered[0])];
        rows.AddRange(Deadlines(project, template, people, entered));
        rows.AddRange(Evidence(project, template, people, depth, entered[^1]));
        return rows;
    }

    /// <summary>How many stages it has moved on: most are young, as in any pipeline.</summary>
    private int Depth(int stages) => Math.Min(random.Next(stages), random.Next(stages + 2));

    /// <summary>The day it entered each stage, the first first.</summary>
    private List<DateOnly> Entered(int depth)
    {
        var day = today.AddDays(-random.Next(1, 240));
        var days = new List<DateOnly> { day };
        for (var i = 0; i < depth; i++)
            days.Insert(0, day = day.AddDays(-random.Next(40, 320)));
        return days;
    }

    private ProjectDetails Details(int number, Unit unit, List<Guid> people, int depth, DateOnly registered)
    {
        var partner = random.Next(world.Partners.Count);
        var second = world.Partners[random.Next(world.Partners.Count)];
        var isAgreed = depth >= 4;
        var signed = isAgreed ? registered.AddDays(40) : (DateOnly?)null;
        return new ProjectDetails
        {
            Code = string.Create(CultureInfo.InvariantCulture, $"{unit.Code}-{number:D5}"),
            NameEn = BenchmarkNames.ProjectEn(number, unit.Name),
            NameId = BenchmarkNames.ProjectId(number, unit.Name),
            UnitId = unit.Id,
            OwnerId = people[random.Next(3)],
            RegionCode = unit.RegionCode,
            SectorCode = BenchmarkNames.SectorOf(number),
            Summary = "Data pengukuran. / Benchmark data.",
            RpjmdAlignment = depth > 0 ? "Contoh." : "",
            PartnerProgramme = depth > 0 ? "Contoh." : "",
            Dates = KeyDates.Unknown with { PlannedStart = registered.AddDays(30), SignedOn = signed, EffectiveOn = signed?.AddDays(60), ClosingOn = signed?.AddDays(1500) },
            AgreementId = isAgreed ? world.Agreements[partner].Id : null,
            Partners = random.Next(2) == 0
                ? [(world.Partners[partner].Id, PartnerRole.Funding)]
                : [(world.Partners[partner].Id, PartnerRole.Funding), (second.Id, PartnerRole.Implementing)],
            Amounts = Amounts(isAgreed),
        };
    }

    private List<(AmountKind Kind, Money Money)> Amounts(bool isAgreed)
    {
        string[] codes = ["EUR", "USD", "IDR", "JPY", "SGD"];
        var currency = Currencies.All[codes[random.Next(codes.Length)]];
        var size = random.Next(100, 20_000) * (currency.Code == "IDR" ? 1_000_000_000L : 1_000_000L);
        List<(AmountKind Kind, Money Money)> amounts = [(isAgreed ? AmountKind.Agreement : AmountKind.Estimate, new Money(size, currency))];
        if (random.Next(2) == 0)
            amounts.Add((AmountKind.Counterpart, new Money(random.Next(1, 900) * 10_000_000_000L, Currencies.All["IDR"])));
        return amounts;
    }

    /// <summary>Registering, an advance for each stage, and for some an end or a hold: through the machine, so that each state is a real one.</summary>
    private List<StageMove> Moves(Project project, CycleTemplate template, Guid manager, List<DateOnly> entered)
    {
        var moves = new List<StageMove>
        {
            new() { ProjectId = project.Id, TemplateId = template.Id, TemplateVersion = template.Version, To = project.State, On = entered[0], RecordedAt = Instant(entered[0]), MovedById = manager },
        };
        foreach (var day in entered.Skip(1))
            moves.Add(Made(project, template, MoveKind.Advance, day, manager));
        var last = entered[^1].AddDays(random.Next(0, today.DayNumber - entered[^1].DayNumber));
        if (entered.Count == template.Stages.Count && random.Next(3) > 0)
            moves.Add(Made(project, template, MoveKind.Close, last, manager));
        else if (random.Next(100) is < 14 and var chance)
            moves.Add(Made(project, template, chance < 8 ? MoveKind.Drop : MoveKind.Hold, last, manager));
        return moves;
    }

    private StageMove Made(Project project, CycleTemplate template, MoveKind kind, DateOnly on, Guid manager)
    {
        var made = CycleMachine.For(template, project, _everything[template.Id]).Fire(new Trigger(kind), on).Value;
        var isSetback = kind is MoveKind.Drop or MoveKind.Hold;
        return new StageMove
        {
            ProjectId = project.Id,
            TemplateId = template.Id,
            TemplateVersion = template.Version,
            Kind = kind,
            From = made.From,
            To = made.To,
            On = on,
            Stayed = made.Stayed,
            RecordedAt = Instant(on),
            MovedById = manager,
            Reason = isSetback ? "Contoh." : "",
            ObstacleCode = isSetback ? BenchmarkNames.Obstacles[random.Next(BenchmarkNames.Obstacles.Count)] : null,
            Gate = made.Check.ToJson(),
        };
    }

    /// <summary>Those that holds and drops brought, and up to two of old.</summary>
    private IEnumerable<Obstacle> Obstacles(Project project, IEnumerable<StageMove> moves, int number, DateOnly from)
    {
        foreach (var move in moves.Where(m => m.ObstacleCode is not null))
            yield return Hindrance(project, move.ObstacleCode!, move.From!, move.On, endedOn: null, move.Id);
        for (var i = 0; i < number % 3; i++)
        {
            var started = from.AddDays(Math.Min(i * 11, today.DayNumber - from.DayNumber));
            var ended = started.AddDays(Math.Min(20 + (number % 40), today.DayNumber - started.DayNumber));
            yield return Hindrance(project, BenchmarkNames.Obstacles[(number + i) % BenchmarkNames.Obstacles.Count], StateCodes.Identification, started, ended, moveId: null);
        }
    }

    private static Obstacle Hindrance(Project project, string code, string stage, DateOnly startedOn, DateOnly? endedOn, Guid? moveId) => new()
    {
        ProjectId = project.Id,
        Code = code,
        Cause = "Contoh.",
        Party = ObstacleParty.Region,
        StageCode = stage,
        StartedOn = startedOn,
        EndedOn = endedOn,
        MoveId = moveId,
    };

    private IEnumerable<Deadline> Deadlines(Project project, CycleTemplate template, List<Guid> people, List<DateOnly> entered)
    {
        var isRunning = template.State(project.State).Kind is StateKind.Stage or StateKind.Held;
        var isLate = random.Next(100) < 15;
        for (var i = 0; i < DeadlinesEach; i++)
        {
            var isOpen = i >= DeadlinesEach - OpenEach;
            var due = !isOpen ? today.AddDays(-random.Next(20, 60 + today.DayNumber - entered[0].DayNumber))
                : isLate && i == DeadlinesEach - 1 ? today.AddDays(-random.Next(1, 40))
                : today.AddDays(random.Next(0, 300));
            var deadline = new Deadline
            {
                ProjectId = project.Id,
                StageCode = template.Stages[random.Next(entered.Count)].Code,
                Title = BenchmarkNames.Deadline(i, due),
                DueOn = due,
                ResponsibleId = random.Next(3) == 0 ? people[random.Next(people.Count)] : null,
            };
            if (!isOpen)
                deadline.MarkDone(due.AddDays(random.Next(-12, 18)), "");
            else if (!isRunning)
                deadline.Cancel(Instant(project.StateSince));
            yield return deadline;
        }
    }

    private IEnumerable<object> Evidence(Project project, CycleTemplate template, List<Guid> people, int depth, DateOnly until)
    {
        foreach (var kind in template.DocumentKinds.Take(2 + depth))
            yield return Paper(project, kind, people[1], until.AddDays(-random.Next(1, 30)));
        foreach (var item in template.Checklist.Take(depth))
            yield return new ChecklistConfirmation { ProjectId = project.Id, ItemCode = item.Code, ConfirmedById = people[1], ConfirmedAt = Instant(until) };
        foreach (var authority in template.Authorities.Take(1 + (depth / 2)))
        {
            var decision = new Decision
            {
                ProjectId = project.Id,
                AuthorityCode = authority.Code,
                Outcome = random.Next(8) == 0 ? DecisionOutcome.ApprovedWithConditions : DecisionOutcome.Approved,
                LetterNumber = $"CONTOH/{random.Next(1, 999):D3}",
                DecidedOn = until,
                Reason = "Contoh.",
                RecordedById = people[^1],
                RecordedAt = Instant(until),
            };
            yield return decision;
            if (decision.Outcome == DecisionOutcome.ApprovedWithConditions)
                yield return new DecisionCondition { ProjectId = project.Id, DecisionId = decision.Id, Text = "Contoh.", DueOn = until.AddDays(90), Number = 1 };
        }
    }

    private Document Paper(Project project, DocumentKind kind, Guid by, DateOnly on)
    {
        var document = new Document { ProjectId = project.Id, KindCode = kind.Code, Title = kind.Name.Id, StageCode = project.State };
        document.Versions.Add(new DocumentVersion
        {
            DocumentId = document.Id,
            ProjectId = document.ProjectId,
            Number = 1,
            Hash = world.File.Hash,
            FileName = $"{kind.Code}.pdf",
            ContentType = "application/pdf",
            Size = world.File.Size,
            UploadedById = by,
            UploadedAt = Instant(on),
        });
        return document;
    }

    /// <summary>Facts that open every gate of the template.</summary>
    private static GateFacts Everything(CycleTemplate template, DateOnly today) => new(
        template.DocumentKinds.Select(kind => kind.Code).ToHashSet(),
        template.Checklist.Select(item => item.Code).ToHashSet(),
        template.Authorities.Select(authority => authority.Code).ToHashSet(),
        ProjectFields.All.ToHashSet(),
        ProjectFields.Dates.ToDictionary(code => code, _ => Fields.EarliestDate),
        WorkParts.All.Select(part => part.Code).ToHashSet(),
        today);

    /// <summary>A moment of the working day.</summary>
    private DateTime Instant(DateOnly day) => day.ToDateTime(new TimeOnly(2, 0), DateTimeKind.Utc).AddSeconds(random.Next(0, 6 * 3600));
}
