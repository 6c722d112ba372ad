using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using ProjectCycle.Domain.Identification;
using ProjectCycle.Domain.Projects;

namespace ProjectCycle.Data.Identification;

internal sealed class AlignmentEntryConfiguration : IEntityTypeConfiguration<AlignmentEntry>
{
    public void Configure(EntityTypeBuilder<AlignmentEntry> entry)
    {
        entry.ToTable("AlignmentEntries");
        entry.Property(e => e.Reference).HasMaxLength(200);
        entry.Property(e => e.Says).HasMaxLength(2000);
        entry.Property(e => e.Serves).HasMaxLength(2000);
        entry.HasOne<Project>().WithMany().HasForeignKey(e => e.ProjectId);
        entry.HasIndex(e => e.ProjectId);
    }
}
