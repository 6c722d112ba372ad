using ProjectCycle.Domain;
using ProjectCycle.Domain.Appraisal;
using ProjectCycle.Features.Work;

namespace ProjectCycle.Features.Appraisal;

/// <summary>A step of problem-solving, or a complaint channel, as a form hands it over.</summary>
public sealed record StepInput
{
    public bool IsForComplaints { get; init; }
    public int Number { get; init; }
    public string Level { get; init; } = "";
    public string Decider { get; init; } = "";
    public int Days { get; init; }
    public string Contact { get; init; } = "";
}

/// <summary>Adds, changes and removes the steps by which problems are solved, and the channels for complaints.</summary>
public sealed class SaveStep(Workbench bench) : SaveAppraisalRow<ProblemStep, StepInput>(bench)
{
    private const int HighestNumber = 99;
    private const int MostDays = 365;

    public override StepInput InputOf(ProblemStep row) => new()
    {
        IsForComplaints = row.IsForComplaints,
        Number = row.Number,
        Level = row.Level,
        Decider = row.Decider,
        Days = row.Days,
        Contact = row.Contact,
    };

    protected override ProblemStep New(Guid projectId, StepInput input) => new() { ProjectId = projectId };

    protected override Task<List<Refusal>> FaultsAsync(StepInput input, ProblemStep row, WorkPlace place, CancellationToken cancellation) =>
        Task.FromResult(Between(input.Number, nameof(input.Number), 1, HighestNumber)
            .Concat(Fields.Required(input.Level, nameof(input.Level), max: 200))
            .Concat(Fields.Required(input.Decider, nameof(input.Decider), max: 200))
            .Concat(Between(input.Days, nameof(input.Days), 1, MostDays))
            .Concat(Fields.Text(input.Contact, nameof(input.Contact), max: 2000)).ToList());

    protected override void Fill(ProblemStep row, StepInput input)
    {
        row.IsForComplaints = input.IsForComplaints;
        row.Number = input.Number;
        row.Level = input.Level.Trim();
        row.Decider = input.Decider.Trim();
        row.Days = input.Days;
        row.Contact = input.Contact.Trim();
    }
}
