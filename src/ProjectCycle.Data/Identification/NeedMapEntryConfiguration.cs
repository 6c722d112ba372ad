using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using ProjectCycle.Domain.Identification;
using ProjectCycle.Domain.Projects;

namespace ProjectCycle.Data.Identification;

internal sealed class NeedMapEntryConfiguration : IEntityTypeConfiguration<NeedMapEntry>
{
    public void Configure(EntityTypeBuilder<NeedMapEntry> entry)
    {
        entry.ToTable("NeedMapEntries");
        entry.Property(e => e.Sector).HasMaxLength(NeedMapDetails.MaxSector);
        entry.Property(e => e.Subject).HasMaxLength(NeedMapDetails.MaxSubject);
        entry.Property(e => e.EvidenceFigure).HasMaxLength(NeedMapDetails.MaxFigure);
        entry.Property(e => e.EvidenceSource).HasMaxLength(NeedMapDetails.MaxLine);
        entry.Property(e => e.OwnStrength).HasMaxLength(NeedMapDetails.MaxText);
        entry.Property(e => e.OwnWeakness).HasMaxLength(NeedMapDetails.MaxText);
        entry.Property(e => e.Sought).HasMaxLength(100); // several names in one
        entry.Property(e => e.Offered).HasMaxLength(NeedMapDetails.MaxText);
        entry.Property(e => e.ResponsibleOffice).HasMaxLength(NeedMapDetails.MaxLine);
        entry.Property(e => e.OtherActors).HasMaxLength(NeedMapDetails.MaxFigure);
        entry.Property(e => e.PlanLink).HasMaxLength(NeedMapDetails.MaxFigure);
        entry.Property(e => e.Problem).HasMaxLength(NeedMapDetails.MaxText);
        entry.HasOne<Project>().WithMany().HasForeignKey(e => e.ProjectId);
        entry.HasIndex(e => new { e.ProjectId, e.Number }).IsUnique();
    }
}
