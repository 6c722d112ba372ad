namespace ProjectCycle.Domain.Ledger;

/// <summary>By whose grades it is rated (domain.md 3.2 to 3.4). Names are stored.</summary>
public enum RatingScale
{
    /// <summary>The manager's own light, with a reason.</summary>
    Own,

    /// <summary>ADB's project performance rating: what no number says of its five indicators.</summary>
    Adb,

    /// <summary>The World Bank's implementation status report: six grades.</summary>
    WorldBank,

    /// <summary>KfW's evaluation by the six criteria of OECD-DAC, from 1 to 6.</summary>
    Kfw,
}

/// <summary>How somebody rated what an agreement pays for, on a day. A later one takes its place; the earlier ones are its history.</summary>
public sealed class ProjectRating : IMoneyRow
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required Guid ProjectId { get; init; }
    public required Guid FinancingId { get; init; }
    public RatingScale Scale { get; set; }
    public DateOnly On { get; set; }

    /// <summary>Why, or where it was read.</summary>
    public string Remark { get; set; } = "";

    public List<RatingGrade> Grades { get; init; } = [];
    public int Version { get; set; }

    /// <summary>The grade of a criterion; blank when it was not graded.</summary>
    public string GradeOf(string criterion) => Grades.FirstOrDefault(grade => grade.Criterion == criterion)?.Grade ?? "";
}

/// <summary>The grade of one criterion.</summary>
public sealed class RatingGrade
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public Guid RatingId { get; init; }

    /// <summary>One of <see cref="RatingCriteria.Of"/>.</summary>
    public string Criterion { get; set; } = "";

    /// <summary>One of <see cref="RatingCriteria.GradesOf"/>.</summary>
    public string Grade { get; set; } = "";

    /// <summary>What it weighs in the overall grade, in any unit: KfW sets it for each project; null for as much as the others.</summary>
    public decimal? Weight { get; set; }
}
