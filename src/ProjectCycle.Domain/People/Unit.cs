using ProjectCycle.Domain.Deadlines;

namespace ProjectCycle.Domain.People;

/// <summary>A project management unit (PMU): the office that owns projects and whose clock they run on.</summary>
public sealed class Unit : IVersioned
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required string Code { get; set; }
    public required string Name { get; set; }

    /// <summary>Kemendagri code of the province, regency or city it serves.</summary>
    public required string RegionCode { get; set; }

    public required IndonesianZone Zone { get; set; }
    /// <summary>Who hears of what stays overdue after the managers did; null while nobody is named.</summary>
    public Guid? HeadId { get; set; }

    public int Version { get; set; }
}
